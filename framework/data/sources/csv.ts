import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { loadFile, type LoadedFile } from '../data-file.ts';
import { columnsOf } from '../dataset-card.ts';
import { datasetOfFormat, loadDatasetFile, tableFile, type Dataset } from '../dataset-library.ts';
import { decodeText } from '../decode-text.ts';
import { infoOf } from '../table-rows.ts';
import type { LoadedSource, SourcePart } from '../source.ts';
import { checkNames } from './check-names.ts';
import { parseCsv } from './csv-records.ts';
import { once } from './once.ts';
import { columnsFromText } from './text-columns.ts';

/** Rows of a CSV file, or of a data set that comes as one. */
export const csv = defineComponent({
  kind: 'source',
  type: 'csv',
  summary: 'Rows of a CSV file in UTF-8 with a line of column names, or of a data set of that format.',
  when: 'Tables of numbers and names, as spreadsheets and statistics programs export them.',
  options: {
    dataset: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'A data set that comes with Descent (see `descent data`); this or file.',
      }),
    ),
    file: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Path of a file, relative to the experiment file; this or dataset.',
      }),
    ),
    delimiter: Type.String({
      minLength: 1,
      default: ',',
      description: 'What separates the values: `,` or `;` or "\\t".',
      reason: 'it is what the C in CSV stands for',
    }),
    missing: Type.Array(Type.String(), {
      default: ['', 'NA'],
      description: 'What is written where a value is missing. A data set with a card brings its own.',
      reason: 'spreadsheets leave such cells empty, R writes NA',
    }),
    columns: Type.Record(Type.String(), Type.Union([Type.Literal('number'), Type.Literal('category')]), {
      default: {},
      description:
        'Kinds of columns, where another is wanted than the inferred one: { postcode: category }. A column is of numbers when more than half of its values are.',
      reason: 'the kinds are usually plain from the values',
    }),
  },
  example: { dataset: 'penguins' },
  build(options, context): SourcePart {
    const { dataset, file } = options;
    if ((dataset === undefined) === (file === undefined)) {
      throw new ComponentProblem(
        dataset === undefined ? 'neither dataset nor file is given' : 'both dataset and file are given',
        { option: dataset === undefined ? 'type' : 'file', fix: 'Name exactly one of them.' },
      );
    }
    const found = once(() => datasetOfFormat(dataset ?? '', 'csv'));

    const read = (loaded: LoadedFile, card?: Dataset['card']): LoadedSource => {
      const records = parseCsv(decodeText(loaded.bytes, loaded.path), loaded.path, options.delimiter);
      checkNames(Object.keys(options.columns), records.header);
      const columns = columnsFromText(records, {
        file: loaded.path,
        missing: card?.missing ?? options.missing,
        kinds: options.columns,
        ...(card ? { card: columnsOf(card) } : {}),
      });
      const { path, sha256 } = loaded;
      return { table: { rows: records.records.length, columns }, files: [{ path, sha256 }] };
    };
    const load = once(async () => {
      if (file !== undefined) return read(await loadFile({ path: file, directory: context.directory }));
      const known = await found();
      return read(await loadDatasetFile(known, tableFile(known)), known.card);
    });

    return {
      load,
      async describe() {
        // Kinds that differ from the card change the categories, which only the data can tell.
        if (dataset !== undefined && Object.keys(options.columns).length === 0) {
          const { card } = await found();
          return { columns: columnsOf(card), rows: card.files[0]!.rows };
        }
        const { table } = await load();
        return { columns: table.columns.map(infoOf), rows: table.rows };
      },
    };
  },
});
