import { Type, type Static } from '@sinclair/typebox';
import { asWritten } from '../document/as-written.ts';
import { either, type Schema } from '../document/describe-schema.ts';
import { locate } from '../document/document.ts';
import { loadDocument } from '../document/load-document.ts';
import type { Path } from '../document/path.ts';
import { ProblemsError, type Problem } from '../document/problem.ts';
import type { SourceText } from '../document/source-text.ts';
import { didYouMean } from '../document/suggest.ts';
import { createValidator } from '../document/validate-document.ts';
import type { ColumnInfo } from './table.ts';

const closed = { additionalProperties: false } as const;

const columnSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, description: 'Name of the column, as in the file.' }),
    kind: Type.Union([Type.Literal('number'), Type.Literal('category'), Type.Literal('tensor')], {
      description: 'Numbers, names of categories, or an array per row such as an image.',
    }),
    description: Type.String({ minLength: 1, description: 'What it is, for people.' }),
    dataset: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Path of its dataset in an hdf5 file; without it the name of the column.',
      }),
    ),
    unit: Type.Optional(Type.String({ description: 'Unit of a number, e.g. mm.' })),
    categories: Type.Optional(
      Type.Array(Type.String(), {
        minItems: 1,
        uniqueItems: true,
        description: 'All categories, in the order in which classes are numbered.',
      }),
    ),
    shape: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, description: 'Shape of an array per row.' }),
    ),
  },
  closed,
);

const fileSchema = Type.Object(
  {
    path: Type.String({
      minLength: 1,
      description:
        'Path with forward slashes, relative to the card, or to the npm package where one is named.',
    }),
    sha256: Type.String({
      pattern: '^[0-9a-f]{64}$',
      expects: '64 digits 0 to 9 and a to f',
      description: 'Checksum of the file.',
    }),
    rows: Type.Integer({ minimum: 1, description: 'Number of rows.' }),
    holds: Type.Union([Type.Literal('table'), Type.Literal('images'), Type.Literal('labels')], {
      default: 'table',
      description:
        'What is in it: a csv or hdf5 file holds a table; of idx files one holds images, another their labels.',
    }),
    part: Type.Optional(
      Type.String({ description: 'Which published part it belongs to, e.g. train or test.' }),
    ),
  },
  closed,
);

const datasetCardSchema = Type.Object(
  {
    name: Type.String({
      pattern: '^[a-z0-9][a-z0-9-]*$',
      expects: 'lower-case letters, digits and hyphens',
      description: 'The name of the folder.',
    }),
    title: Type.String({ minLength: 1, description: 'Its name for people.' }),
    description: Type.String({ minLength: 1, description: 'What it is, in one or two sentences.' }),
    licence: Type.String({ minLength: 1, description: 'Under which licence it may be used, best as SPDX.' }),
    source: Type.String({ minLength: 1, description: 'Where this copy comes from.' }),
    citation: Type.String({ minLength: 1, description: 'What to cite.' }),
    format: Type.Union([Type.Literal('csv'), Type.Literal('idx'), Type.Literal('hdf5')], {
      description: 'How the files are read; the source component of that name loads them.',
    }),
    package: Type.Optional(
      Type.String({ description: 'The npm package in which the files lie, where not beside the card.' }),
    ),
    missing: Type.Optional(
      Type.Array(Type.String(), { description: 'What is written where a value is missing.' }),
    ),
    target: Type.String({ description: 'The column that is usually predicted.' }),
    files: Type.Array(fileSchema, { minItems: 1, description: 'The files with their checksums.' }),
    columns: Type.Array(columnSchema, { minItems: 1, description: 'The columns, in the order of the file.' }),
  },
  { ...closed, title: 'Descent dataset card' },
);

/** The schema of `datasets/<name>/dataset.yaml`; `schemas/dataset.schema.json` is generated from it. */
export const datasetCardFileSchema = asWritten(datasetCardSchema as Schema);

/** A data card: what a data set holds, from where it comes and what one may do with it. */
export type DatasetCard = Static<typeof datasetCardSchema>;
/** What a card says of a file. */
export type CardFile = DatasetCard['files'][number];

/**
 * Reads a data card.
 * @param folder the name of its folder, which it must repeat
 * @throws ProblemsError with everything that is wrong, each at its place
 */
export function parseDatasetCard(source: SourceText, folder?: string): DatasetCard {
  const document = loadDocument(source);
  const { problems, value } = validateCard(document);
  if (problems.length > 0) throw new ProblemsError(problems);
  const card = value as DatasetCard;
  const contradictions = [...nameProblems(card, folder), ...columnProblems(card)].map(
    ({ path, ...words }): Problem => {
      const place = locate(document, path);
      return { file: place.file, place, ...words };
    },
  );
  if (contradictions.length > 0) throw new ProblemsError(contradictions);
  return card;
}

const validateCard = createValidator(datasetCardFileSchema);

type Contradiction = Omit<Problem, 'file' | 'place'> & { readonly path: Path };

function nameProblems({ name }: DatasetCard, folder: string | undefined): readonly Contradiction[] {
  if (folder === undefined || name === folder) return [];
  return [
    {
      path: ['name'],
      message: 'the name is not that of the folder',
      expected: folder,
      received: name,
      fix: 'Experiments find a data set by the name of its folder: rename one of them.',
    },
  ];
}

/** What a column needs by its kind, and a target that is none of the columns. */
function columnProblems({ columns, target }: DatasetCard): readonly Contradiction[] {
  const lacking = columns.flatMap((column, index): Contradiction[] => {
    const needed = column.kind === 'category' ? 'categories' : column.kind === 'tensor' ? 'shape' : undefined;
    if (needed === undefined || column[needed]) return [];
    return [
      {
        path: ['columns', index],
        message: `the column "${column.name}" of kind ${column.kind} needs "${needed}"`,
        fix: needed === 'shape' ? 'Add shape: [28, 28, 1].' : 'Add categories: [first, second].',
      },
    ];
  });
  const names = columns.map(({ name }) => name);
  if (names.includes(target)) return lacking;
  const fix = didYouMean(target, names);
  const unknown = { path: ['target'], message: `unknown column "${target}"` };
  return [...lacking, { ...unknown, ...(fix === undefined ? { expected: either(names) } : { fix }) }];
}

/** The columns of a card as sources describe them. */
export function columnsOf(card: DatasetCard): readonly ColumnInfo[] {
  return card.columns.map(({ name, kind, categories, shape }): ColumnInfo => {
    if (kind === 'category') return { name, kind, categories: categories ?? [] };
    return kind === 'tensor' ? { name, kind, shape: shape ?? [] } : { name, kind };
  });
}
