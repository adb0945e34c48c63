import { resolve } from 'node:path';
import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { DataError } from '../data-error.ts';
import { hashFile } from '../data-file.ts';
import { infoOf, sizeOf } from '../table-rows.ts';
import type { LoadedSource, SourcePart } from '../source.ts';
import type { Column, ColumnInfo } from '../table.ts';
import { classesOption, columnFromArray, rowsOf } from './array-column.ts';
import { checkClasses } from './check-classes.ts';
import { openHdf5, type Hdf5Description, type Hdf5File } from './hdf5-file.ts';
import { once } from './once.ts';
import { byNumberThenName } from './text-columns.ts';

/** Datasets of an HDF5 file. */
export const hdf5 = defineComponent({
  kind: 'source',
  type: 'hdf5',
  summary: 'Datasets of an HDF5 file, one for each column; their first axis counts rows.',
  when: 'Large arrays from h5py, MATLAB 7.3 or instruments. Only the datasets that are named are read, and of a limited number of rows only the pieces that hold them.',
  source: 'The HDF Group, HDF5; read by h5wasm',
  options: {
    file: Type.String({ minLength: 1, description: 'Path of a file, relative to the experiment file.' }),
    datasets: Type.Record(Type.String(), Type.String({ minLength: 1 }), {
      minProperties: 1,
      description: 'Names of columns with the paths of their datasets in the file: { image: train/images }.',
    }),
    classes: classesOption,
  },
  example: {
    file: 'data/readings.h5',
    datasets: { signal: 'signal', label: 'meta/label' },
    classes: { label: ['rest', 'walk'] },
  },
  build({ file, datasets, classes }, context): SourcePart {
    const names = Object.keys(datasets);
    checkClasses(classes, names);
    const path = resolve(context.directory, file);
    const sha256 = once(() => hashFile(file, context.directory));
    const open = async <Result>(act: (opened: Hdf5File) => Result): Promise<Result> => {
      await sha256(); // A missing file is reported in words, before the library tries it.
      const opened = await openHdf5(path, file);
      try {
        return act(opened);
      } finally {
        opened.close();
      }
    };
    const described = once(() =>
      open((opened) => {
        const found = names.map((name) => ({ name, file, ...opened.describe(datasets[name]!) }));
        const rows = rowsOf(found);
        const columns = found.map((dataset): ColumnInfo => {
          const [, ...shape] = dataset.shape;
          const needsValues = dataset.kind === 'texts' || classes[dataset.name]?.length === 0;
          if (needsValues) return infoOf(readColumn(opened, dataset.name, dataset, undefined));
          const categories = classes[dataset.name];
          if (categories) return { name: dataset.name, kind: 'category', categories };
          return shape.length > 0
            ? { name: dataset.name, kind: 'tensor', shape }
            : { name: dataset.name, kind: 'number' };
        });
        return { columns, rows };
      }),
    );
    const readColumn = (
      opened: Hdf5File,
      name: string,
      description: Hdf5Description,
      rows: Int32Array | undefined,
    ): Column => {
      const count = rows?.length ?? description.shape[0]!;
      const column =
        description.kind === 'texts'
          ? readTexts(opened, name, datasets[name]!, description, count, rows, file)
          : columnFromArray(
              name,
              {
                shape: [count, ...description.shape.slice(1)],
                values: readNumbers(opened, datasets[name]!, description, count, rows, file),
              },
              file,
              classes[name],
            );
      return column;
    };
    const read = async (rows: Int32Array | undefined): Promise<LoadedSource> => {
      const { columns: infos, rows: all } = await described();
      const columns = await open((opened) =>
        names.map((name, index) => {
          const column = readColumn(opened, name, opened.describe(datasets[name]!), rows);
          return withCategories(column, infos[index]!);
        }),
      );
      return {
        table: { rows: rows?.length ?? all, columns },
        files: [{ path: file, sha256: await sha256() }],
      };
    };
    return { describe: described, load: once(() => read(undefined)), loadRows: read };
  },
});

/** Of a few rows not every category is seen: those of the whole file count. */
function withCategories(column: Column, info: ColumnInfo): Column {
  if (column.kind !== 'category' || info.kind !== 'category') return column;
  const codes = column.codes.map((code) =>
    code < 0 ? code : info.categories.indexOf(column.categories[code]!),
  );
  return { ...column, codes, categories: info.categories };
}

function readNumbers(
  opened: Hdf5File,
  dataset: string,
  { shape, kind }: Hdf5Description,
  count: number,
  rows: Int32Array | undefined,
  file: string,
): Float32Array | Float64Array | Uint8Array {
  const size = sizeOf(shape.slice(1));
  const length = count * size;
  const values =
    kind === 'bytes'
      ? new Uint8Array(length)
      : shape.length > 1
        ? new Float32Array(length)
        : new Float64Array(length);
  opened.read(dataset, rows, (row, found, at) => {
    for (let index = 0; index < size; index++) {
      const value = Number(found[at + index]);
      if (typeof found[at + index] === 'bigint' && !Number.isSafeInteger(value)) {
        throw new DataError(`the integer ${value} is beyond 2^53, where numbers lose digits`, {
          file,
          row: (rows ? rows[row]! : row) + 1,
          fix: 'Save the dataset as floats, or use smaller numbers.',
        });
      }
      values[row * size + index] = value;
    }
  });
  return values;
}

function readTexts(
  opened: Hdf5File,
  name: string,
  dataset: string,
  { shape }: Hdf5Description,
  count: number,
  rows: Int32Array | undefined,
  file: string,
): Column {
  if (shape.length !== 1) {
    throw new DataError(
      `the dataset "${dataset}" has the shape [${shape.join(', ')}]; texts need one per row`,
      { file },
    );
  }
  const texts = new Array<string>(count);
  opened.read(dataset, rows, (row, found, at) => {
    texts[row] = String(found[at]).replace(/\0+$/, '');
  });
  const categories = [...new Set(texts)].filter((text) => text !== '').sort(byNumberThenName);
  const codeOf = new Map(categories.map((category, code) => [category, code]));
  return {
    name,
    kind: 'category',
    codes: Int32Array.from(texts, (text) => codeOf.get(text) ?? -1),
    categories,
  };
}
