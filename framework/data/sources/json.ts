import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { loadFile } from '../data-file.ts';
import { decodeText } from '../decode-text.ts';
import { infoOf } from '../table-rows.ts';
import type { SourcePart } from '../source.ts';
import { columnsFromJson } from './json-columns.ts';
import { parseJsonTable } from './json-records.ts';
import { checkNames } from './check-names.ts';
import { once } from './once.ts';

/** Rows of a JSON file. */
export const json = defineComponent({
  kind: 'source',
  type: 'json',
  summary: 'Rows of a JSON file: an array of objects, an object of columns, or an object on each line.',
  when: 'Data from web services and programs. Numbers make columns of numbers, texts and true or false categories, nested arrays of numbers columns of arrays; null is missing.',
  options: {
    file: Type.String({ minLength: 1, description: 'Path of a file, relative to the experiment file.' }),
    missing: Type.Array(Type.String(), {
      default: [],
      description: 'Texts that stand for a missing value, besides null.',
    }),
    columns: Type.Record(Type.String(), Type.Union([Type.Literal('number'), Type.Literal('category')]), {
      default: {},
      description:
        'Kinds of columns, where another is wanted: { zone: category } for numbers that are names.',
      reason: 'the kinds are usually plain from the values',
    }),
  },
  example: { file: 'data/readings.json' },
  build({ file, missing, columns }, context): SourcePart {
    const load = once(async () => {
      const { bytes, path, sha256 } = await loadFile({ path: file, directory: context.directory });
      const records = parseJsonTable(decodeText(bytes, path), path);
      checkNames(Object.keys(columns), [...records.columns.keys()]);
      const table = { rows: records.rows, columns: columnsFromJson(records, path, missing, columns) };
      return { table, files: [{ path, sha256 }] };
    });
    return {
      load,
      async describe() {
        const { table } = await load();
        return { columns: table.columns.map(infoOf), rows: table.rows };
      },
    };
  },
});
