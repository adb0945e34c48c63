import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { LineCounter, isNode, parseDocument } from 'yaml';
import { DataError } from './data-error.ts';
import type { ColumnInfo } from './table.ts';

const closed = { additionalProperties: false } as const;

const columnSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, description: 'Name of the column, as in the file.' }),
    kind: Type.Union([Type.Literal('number'), Type.Literal('category'), Type.Literal('tensor')], {
      description: 'Numbers, names of categories, or an array per row such as an image.',
    }),
    description: Type.String({ minLength: 1, description: 'What it is, for people.' }),
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
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Checksum of the file.' }),
    rows: Type.Integer({ minimum: 1, description: 'Number of rows.' }),
    holds: Type.Union([Type.Literal('table'), Type.Literal('images'), Type.Literal('labels')], {
      default: 'table',
      description: 'What is in it: a csv holds a table; of idx files one holds images, another their labels.',
    }),
    part: Type.Optional(
      Type.String({ description: 'Which published part it belongs to, e.g. train or test.' }),
    ),
  },
  closed,
);

/** The schema of `datasets/<name>/dataset.yaml`; `schemas/dataset.schema.json` is generated from it. */
export const datasetCardSchema = Type.Object(
  {
    name: Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', description: 'The name of the folder.' }),
    title: Type.String({ minLength: 1, description: 'Its name for people.' }),
    description: Type.String({ minLength: 1, description: 'What it is, in one or two sentences.' }),
    licence: Type.String({ minLength: 1, description: 'Under which licence it may be used, best as SPDX.' }),
    source: Type.String({ minLength: 1, description: 'Where this copy comes from.' }),
    citation: Type.String({ minLength: 1, description: 'What to cite.' }),
    format: Type.Union([Type.Literal('csv'), Type.Literal('idx')], {
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

/** A data card: what a data set holds, from where it comes and what one may do with it. */
export type DatasetCard = Static<typeof datasetCardSchema>;
/** What a card says of a file. */
export type CardFile = DatasetCard['files'][number];

/**
 * Reads a data card.
 * @param file what messages call it
 * @throws DataError naming the line
 */
export function parseDatasetCard(text: string, file: string): DatasetCard {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line;
  const syntaxError = document.errors[0];
  if (syntaxError) {
    const problem = syntaxError.message.split('\n', 1)[0]!.replace(/ at line \d+, column \d+:?$/, '');
    throw new DataError(problem, { file, line: lineAt(syntaxError.pos[0]) });
  }
  const value: unknown = Value.Default(datasetCardSchema, valueOf(document, file));
  const lineOf = (pointer: string): number => {
    const path = pointer.split('/').slice(1);
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  for (const error of Value.Errors(datasetCardSchema, value)) {
    const key = error.path === '' ? 'the card' : error.path.slice(1).replaceAll('/', '.');
    throw new DataError(`${key}: ${error.message.toLowerCase()}`, { file, line: lineOf(error.path) });
  }
  const card = value as DatasetCard;
  card.columns.forEach((column, index) => {
    const needed = column.kind === 'category' ? 'categories' : column.kind === 'tensor' ? 'shape' : undefined;
    if (needed && !column[needed]) {
      throw new DataError(`column ${column.name} of kind ${column.kind} needs "${needed}"`, {
        file,
        line: lineOf(`/columns/${index}`),
      });
    }
  });
  return card;
}

/** The value of a document; an alias without its anchor, or thousands of them, show only here. */
function valueOf(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new DataError(error.message, { file, fix: 'Write the values out instead of using aliases.' });
  }
}

/** The columns of a card as sources describe them. */
export function columnsOf(card: DatasetCard): readonly ColumnInfo[] {
  return card.columns.map(({ name, kind, categories, shape }): ColumnInfo => {
    if (kind === 'category') return { name, kind, categories: categories ?? [] };
    return kind === 'tensor' ? { name, kind, shape: shape ?? [] } : { name, kind };
  });
}
