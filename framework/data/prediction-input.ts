import type { ComponentSpec } from '../component/component.ts';
import type { Registry } from '../component/registry.ts';
import { createStream } from '../random/stream.ts';
import { conformColumns } from './conform-columns.ts';
import { DataError } from './data-error.ts';
import { loadFile } from './data-file.ts';
import { findDataset } from './dataset-library.ts';
import { decodeText } from './decode-text.ts';
import { columnFromArray, type NumberArray } from './sources/array-column.ts';
import { parseCsv, type CsvRecords } from './sources/csv-records.ts';
import { hdf5ColumnsOf, type Hdf5Columns } from './sources/hdf5-columns.ts';
import { parseIdx } from './sources/idx-file.ts';
import { columnsFromJson } from './sources/json-columns.ts';
import { parseJsonTable } from './sources/json-records.ts';
import { parseNpy } from './sources/npy-file.ts';
import { columnsFromText } from './sources/text-columns.ts';
import { sizeOf } from './table-rows.ts';
import type { Column, ColumnInfo, Table } from './table.ts';

/** What new rows are read for. */
export interface InputContext {
  readonly directory: string;
  readonly registry: Registry;
  /** The source that the run learned from: its delimiter, missing values and so on hold for new files, too. */
  readonly source: ComponentSpec;
  /** The columns that are needed. */
  readonly columns: readonly ColumnInfo[];
}

/**
 * Reads the columns that a model needs from a file, by its ending: `.csv`, `.tsv`, `.json`, `.jsonl`, `.npy`,
 * `.h5`, `.hdf5`, `.idx` and files of MNIST. Of a model on images, a csv has one number per pixel in each row.
 * @throws DataError naming file, row and column where they do not fit
 */
export async function readInput(file: string, context: InputContext): Promise<Table> {
  const { columns, source } = context;
  const ending = /\.(\w+?)(?:\.gz)?$/.exec(file.toLowerCase())?.[1] ?? '';
  const read = async () => (await loadFile({ path: file, directory: context.directory })).bytes;
  const option = <Value>(name: string, standard: Value): Value =>
    (source[name] as Value | undefined) ?? standard;
  switch (ending) {
    case 'csv':
    case 'tsv':
    case 'txt': {
      const delimiter = source.type === 'csv' ? option('delimiter', ',') : ending === 'tsv' ? '\t' : ',';
      const records = parseCsv(decodeText(await read(), file), file, delimiter);
      return fromCsv(records, file, columns, await missingTexts(source));
    }
    case 'json':
    case 'jsonl':
    case 'ndjson': {
      const records = parseJsonTable(decodeText(await read(), file), file);
      const found = columnsFromJson(records, file, option('missing', []), {});
      return conformColumns({ rows: records.rows, columns: found }, columns, file);
    }
    case 'npy':
      return fromArray(parseNpy(file, await read()), columns, file);
    case 'h5':
    case 'hdf5': {
      if (source.type !== 'hdf5') break;
      const part = context.registry.build('source', await hdf5Spec(file, source, columns), {
        directory: context.directory,
        stream: createStream(0),
      });
      return conformColumns((await part.load()).table, columns, file);
    }
    default:
      if (ending !== 'idx' && !/-ubyte(\.gz)?$/.test(file)) break;
      return fromArray(parseIdx(file, await read()), columns, file);
  }
  throw new DataError(`files that end in "${ending}" are not read`, {
    file,
    fix:
      ending === 'h5' || ending === 'hdf5'
        ? 'The run did not learn from HDF5: give it a csv, json or npy file.'
        : 'Give it a file that ends in .csv, .json, .npy, .h5 or .idx.',
  });
}

/** The source of a run for another file: only the columns that are needed, from datasets of the same names. */
async function hdf5Spec(
  file: string,
  source: ComponentSpec,
  columns: readonly ColumnInfo[],
): Promise<ComponentSpec> {
  const { datasets, classes } =
    typeof source.dataset === 'string'
      ? hdf5ColumnsOf((await findDataset(source.dataset)).card)
      : (source as ComponentSpec & Hdf5Columns);
  const names = columns.map(({ name }) => name);
  return {
    type: 'hdf5',
    file,
    datasets: Object.fromEntries(names.map((name) => [name, datasets[name] ?? name])),
    classes: Object.fromEntries(Object.entries(classes).filter(([name]) => names.includes(name))),
  };
}

/** What stands for a missing value: a data set with a card brings its own. */
async function missingTexts(source: ComponentSpec): Promise<readonly string[]> {
  const standard = ['', 'NA'];
  if (source.type !== 'csv') return standard;
  const card = typeof source.dataset === 'string' ? (await findDataset(source.dataset)).card : undefined;
  return card?.missing ?? (source.missing as readonly string[] | undefined) ?? standard;
}

function fromCsv(
  records: CsvRecords,
  file: string,
  columns: readonly ColumnInfo[],
  missing: readonly string[],
): Table {
  const [first] = columns;
  if (columns.length === 1 && first?.kind === 'tensor') return pixelsOf(records, file, first, missing);
  // Columns that the model does not look at may hold anything.
  const kept = [...records.header.keys()].filter((index) =>
    columns.some(({ name }) => name === records.header[index]),
  );
  const needed: CsvRecords = {
    header: kept.map((index) => records.header[index]!),
    records: records.records.map((record) => kept.map((index) => record[index]!)),
    lineOf: (row) => records.lineOf(row),
  };
  const kinds = Object.fromEntries(
    columns.map(({ name, kind }) => [name, kind === 'number' ? 'number' : 'category'] as const),
  );
  const found = columnsFromText(needed, { file, missing, kinds, card: columns });
  return conformColumns({ rows: records.records.length, columns: found }, columns, file, records.header);
}

/** Arrays as rows of numbers, last axis fastest; a column named `label` or `target` may stand beside them. */
function pixelsOf(
  records: CsvRecords,
  file: string,
  info: Extract<ColumnInfo, { kind: 'tensor' }>,
  missing: readonly string[],
): Table {
  const size = sizeOf(info.shape);
  const kept = [...records.header.keys()].filter(
    (index) => !/^(label|target|class)$/i.test(records.header[index]!),
  );
  if (kept.length !== size) {
    throw new DataError(
      `there are ${kept.length} columns, but an array [${info.shape.join(', ')}] has ${size} values`,
      {
        file,
        fix: 'Write one column for each value, last axis fastest, and no other but a label.',
      },
    );
  }
  const header = kept.map((index) => records.header[index]!);
  const found = columnsFromText(
    {
      header,
      records: records.records.map((record) => kept.map((index) => record[index]!)),
      lineOf: (row) => records.lineOf(row),
    },
    { file, missing, kinds: Object.fromEntries(header.map((name) => [name, 'number'] as const)) },
  );
  const values = new Float32Array(records.records.length * size);
  found.forEach((column, position) => {
    if (column.kind !== 'number') throw new Error(`"${column.name}" was read as numbers`);
    column.values.forEach((value, row) => {
      if (Number.isNaN(value))
        throw new DataError('the value is missing', { file, row: row + 1, column: column.name });
      values[row * size + position] = value;
    });
  });
  return { rows: records.records.length, columns: [{ ...info, values }] };
}

function fromArray(array: NumberArray, columns: readonly ColumnInfo[], file: string): Table {
  const [info] = columns;
  if (columns.length !== 1 || !info) {
    throw new DataError(
      `an array cannot hold the ${columns.length} columns ${columns.map(({ name }) => name).join(', ')}`,
      {
        file,
        fix: 'Give it a csv or json file with these columns.',
      },
    );
  }
  const column: Column = columnFromArray(info.name, array, file, undefined);
  return conformColumns({ rows: array.shape[0] ?? 0, columns: [column] }, columns, file);
}
