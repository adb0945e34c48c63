import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { loadFile } from '../data-file.ts';
import { infoOf } from '../table-rows.ts';
import type { SourcePart } from '../source.ts';
import { classesOption, columnFromArray, rowsOf } from './array-column.ts';
import { checkClasses } from './check-classes.ts';
import { parseNpy } from './npy-file.ts';
import { once } from './once.ts';

/** Arrays as NumPy saves them. */
export const npy = defineComponent({
  kind: 'source',
  type: 'npy',
  summary: 'Arrays as numpy.save writes them, one file for each column; their first axis counts rows.',
  when: 'Data prepared in Python: an array [rows] is a column of numbers or classes, [rows, …] one of arrays.',
  source: 'NumPy Enhancement Proposal 1, A simple file format for NumPy arrays',
  options: {
    arrays: Type.Record(Type.String(), Type.String({ minLength: 1 }), {
      minProperties: 1,
      description: 'Names of columns with the paths of their files, relative to the experiment file.',
    }),
    classes: classesOption,
  },
  example: {
    arrays: { signal: 'data/signal.npy', label: 'data/label.npy' },
    classes: { label: ['rest', 'walk'] },
  },
  build({ arrays, classes }, context): SourcePart {
    checkClasses(classes, Object.keys(arrays));
    const load = once(async () => {
      const loaded = await Promise.all(
        Object.entries(arrays).map(async ([name, path]) => {
          const { bytes, sha256 } = await loadFile({ path, directory: context.directory });
          return { name, file: path, sha256, ...parseNpy(path, bytes) };
        }),
      );
      const rows = rowsOf(loaded);
      const columns = loaded.map((array) =>
        columnFromArray(array.name, array, array.file, classes[array.name]),
      );
      return { table: { rows, columns }, files: loaded.map(({ file, sha256 }) => ({ path: file, sha256 })) };
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
