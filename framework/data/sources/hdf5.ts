import { resolve } from 'node:path';
import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { DataError } from '../data-error.ts';
import { hashFile, type FileLocation } from '../data-file.ts';
import { columnsOf } from '../dataset-card.ts';
import { datasetOfFormat, locateDatasetFile, tableFile } from '../dataset-library.ts';
import { infoOf } from '../table-rows.ts';
import type { LoadedSource, SourceDescription, SourcePart } from '../source.ts';
import type { Column, ColumnInfo } from '../table.ts';
import { classesOption, columnFromArray, rowsOf } from './array-column.ts';
import { checkClasses } from './check-classes.ts';
import { codesIn, hdf5ColumnsOf, type Hdf5Columns } from './hdf5-columns.ts';
import type { Hdf5Description } from './hdf5-file.ts';
import { openHdf5, type Hdf5Reader } from './hdf5-reader.ts';
import { once } from './once.ts';
import { byNumberThenName } from './text-columns.ts';

/** Datasets of an HDF5 file, or a data set that comes as one. */
export const hdf5 = defineComponent({
  kind: 'source',
  type: 'hdf5',
  summary:
    'Datasets of an HDF5 file, one for each column; their first axis counts rows. Or a data set of that format.',
  when: 'Large arrays from h5py, MATLAB 7.3 or instruments. Only the datasets that are named are read, and of a limited number of rows only the pieces that hold them.',
  source: 'The HDF Group, HDF5; read by h5wasm',
  options: {
    dataset: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'A data set that comes with Descent (see `descent data`); this, or file and datasets.',
      }),
    ),
    file: Type.Optional(
      Type.String({ minLength: 1, description: 'Path of a file, relative to the experiment file.' }),
    ),
    datasets: Type.Optional(
      Type.Record(Type.String(), Type.String({ minLength: 1 }), {
        minProperties: 1,
        description:
          'Names of columns with the paths of their datasets in the file: { image: train/images }.',
      }),
    ),
    classes: classesOption,
  },
  example: {
    file: 'data/readings.h5',
    datasets: { signal: 'signal', label: 'meta/label' },
    classes: { label: ['rest', 'walk'] },
  },
  build({ dataset, file, datasets, classes }, context): SourcePart {
    const hasFile = file !== undefined && datasets !== undefined;
    const hasPart = file !== undefined || datasets !== undefined;
    if (dataset === undefined ? !hasFile : hasPart) {
      throw new ComponentProblem('either dataset, or both file and datasets are needed', {
        option: dataset !== undefined ? 'dataset' : file !== undefined ? 'file' : 'type',
        fix: 'Write dataset: spectra, or name a file and the datasets in it: { signal: signal }.',
      });
    }
    if (dataset === undefined) checkClasses(classes, Object.keys(datasets ?? {}));
    else if (Object.keys(classes).length > 0) {
      throw new ComponentProblem(`the card of the data set ${dataset} names its classes`, {
        option: 'classes',
        fix: 'Remove classes.',
      });
    }
    const origin = once(async (): Promise<Origin> => {
      if (hasFile) {
        return { path: file, directory: context.directory, columns: { datasets, classes } };
      }
      const known = await datasetOfFormat(dataset ?? '', 'hdf5');
      const table = tableFile(known);
      const described = { columns: columnsOf(known.card), rows: table.rows };
      return { ...locateDatasetFile(known, table), columns: hdf5ColumnsOf(known.card), described };
    });
    const sha256 = once(async () => hashFile(await origin()));
    const open = async <Result>(act: (opened: OpenFile) => Promise<Result>): Promise<Result> => {
      await sha256(); // A missing file is reported in words, before the library tries it.
      const { path, directory, columns } = await origin();
      const reader = await openHdf5(resolve(directory, path), path);
      try {
        return await act({ reader, file: path, columns });
      } finally {
        await reader.close();
      }
    };
    const described = once(async () => (await origin()).described ?? open(describeColumns));
    const read = async (rows: Int32Array | undefined): Promise<LoadedSource> => {
      const { columns: infos, rows: all } = await described();
      const columns = await open(async (opened) => {
        const found: Column[] = [];
        for (const info of infos) {
          const description = await opened.reader.describe(opened.columns.datasets[info.name]!);
          const column = await readColumn(opened, info.name, description, rows);
          found.push(withCategories(column, info, opened.file));
        }
        return found;
      });
      const { path } = await origin();
      return {
        table: { rows: rows?.length ?? all!, columns },
        files: [{ path, sha256: await sha256() }],
      };
    };
    return { describe: described, load: once(() => read(undefined)), loadRows: read };
  },
});

/** Where the columns come from. */
interface Origin extends FileLocation {
  readonly columns: Hdf5Columns;
  /** What a data card says of them. */
  readonly described?: SourceDescription;
}

interface OpenFile {
  readonly reader: Hdf5Reader;
  readonly file: string;
  readonly columns: Hdf5Columns;
}

async function describeColumns(opened: OpenFile): Promise<SourceDescription> {
  const { reader, file, columns } = opened;
  const found: (Hdf5Description & { readonly name: string; readonly file: string })[] = [];
  for (const [name, dataset] of Object.entries(columns.datasets)) {
    found.push({ name, file, ...(await reader.describe(dataset)) });
  }
  const rows = rowsOf(found);
  const infos: ColumnInfo[] = [];
  for (const dataset of found) {
    const { name } = dataset;
    const [, ...shape] = dataset.shape;
    const categories = columns.classes[name];
    const needsValues = dataset.kind === 'texts' || categories?.length === 0;
    if (needsValues) infos.push(infoOf(await readColumn(opened, name, dataset, undefined)));
    else if (categories) infos.push({ name, kind: 'category', categories });
    else infos.push(shape.length > 0 ? { name, kind: 'tensor', shape } : { name, kind: 'number' });
  }
  return { columns: infos, rows };
}

async function readColumn(
  { reader, file, columns }: OpenFile,
  name: string,
  { shape, kind }: Hdf5Description,
  rows: Int32Array | undefined,
): Promise<Column> {
  const dataset = columns.datasets[name]!;
  if (kind === 'texts' && shape.length !== 1) {
    throw new DataError(
      `the dataset "${dataset}" has the shape [${shape.join(', ')}]; texts need one per row`,
      { file },
    );
  }
  const values = await reader.read(dataset, rows);
  if (!ArrayBuffer.isView(values)) return columnOfTexts(name, values);
  const [all, ...axes] = shape;
  return columnFromArray(
    name,
    { shape: [rows?.length ?? all!, ...axes], values },
    file,
    columns.classes[name],
  );
}

function columnOfTexts(name: string, texts: readonly string[]): Column {
  const categories = [...new Set(texts)].filter((text) => text !== '').sort(byNumberThenName);
  const codeOf = new Map(categories.map((category, code) => [category, code]));
  return {
    name,
    kind: 'category',
    codes: Int32Array.from(texts, (text) => codeOf.get(text) ?? -1),
    categories,
  };
}

/** Of a few rows not every category is seen: those of the whole file, or of the card, count. */
function withCategories(column: Column, info: ColumnInfo, file: string): Column {
  if (column.kind !== 'category' || info.kind !== 'category') return column;
  const known = codesIn(info.categories, column.categories, column.name, file);
  const codes = column.codes.map((code) => (code < 0 ? code : known[code]!));
  return { ...column, codes, categories: info.categories };
}
