import { totalmem } from 'node:os';
import type { Dataset, File } from 'h5wasm/node';
import { didYouMean } from '../../document/suggest.ts';
import { DataError } from '../data-error.ts';
import { sizeOf } from '../table-rows.ts';

/**
 * An open HDF5 file, read by h5wasm in the thread of the caller. Of damaged bytes the library may crash or never come
 * back, so it is called only in a thread of its own: `hdf5-worker.ts`.
 */
export interface Hdf5File {
  /**
   * What is known of a dataset without its values.
   * @throws DataError when there is none, or its values are neither numbers nor texts
   */
  describe(dataset: string): Hdf5Description;
  /**
   * The values of the given rows (ascending; without them of all), in C order. They are read in pieces, so that only a
   * few million values are in memory besides the result.
   * @param onPiece called after each piece
   * @throws DataError when they cannot be read, or an integer is beyond 2^53
   */
  read(dataset: string, rows: Int32Array | undefined, onPiece: () => void): Hdf5Values;
}

/** What is known of a dataset without its values. */
export interface Hdf5Description {
  /** The first axis counts rows. */
  readonly shape: readonly number[];
  readonly kind: 'bytes' | 'numbers' | 'texts';
}

/** Bytes as they are, one number per row as 64-bit floats, arrays as 32-bit floats; or texts. */
export type Hdf5Values = Uint8Array | Float32Array | Float64Array | readonly string[];

/** What a user may do about any fault of an HDF5 file. */
export const DAMAGED =
  'The file is cut off or damaged, or compressed in a way that h5wasm does not know (gzip it does).';

/** A number in memory takes that many bytes or less. */
const BYTES_AT_MOST = 8;
/** Values that are read at once. */
const PIECE = 2 ** 22;
/** How HDF5 numbers the classes of its types. */
const [INTEGER, FLOAT, TEXT, ENUM] = [0, 1, 3, 8];

/**
 * Opens an HDF5 file.
 * @param library the module `h5wasm/node`, ready
 * @param path absolute
 * @param file what messages call it
 * @throws DataError when it is no HDF5 file or is damaged
 */
export function openHdf5File(
  library: { readonly File: new (path: string, mode: 'r') => File },
  path: string,
  file: string,
): Hdf5File {
  const opened = guarded(file, () => new library.File(path, 'r'));
  const datasetOf = (name: string): Dataset => {
    const found = guarded(file, () =>
      namesIn(opened, name).includes(lastOf(name)) ? opened.get(name) : null,
    );
    if (found && 'slice' in found) return found;
    const names = guarded(file, () => listDatasets(opened));
    throw new DataError(`there is no dataset "${name}"`, {
      file,
      fix: didYouMean(name, names) ?? `The datasets are ${names.slice(0, 20).join(', ')}.`,
    });
  };
  const describe = (name: string): Hdf5Description => {
    const dataset = datasetOf(name);
    const { metadata, shape } = guarded(file, () => ({ metadata: dataset.metadata, shape: dataset.shape }));
    const { type, size, signed } = metadata;
    const kind =
      type === INTEGER && size === 1 && !signed
        ? 'bytes'
        : type === INTEGER || type === FLOAT || type === ENUM
          ? 'numbers'
          : type === TEXT
            ? 'texts'
            : undefined;
    if (kind === undefined || !shape) {
      throw new DataError(`the dataset "${name}" holds neither numbers nor texts`, {
        file,
        fix: 'Name a dataset of integers, floats or texts.',
      });
    }
    return { shape, kind };
  };
  return {
    describe,
    read(name, rows, onPiece) {
      const dataset = datasetOf(name);
      const { shape, kind } = describe(name);
      const [all = 0, ...axes] = shape;
      const size = sizeOf(axes);
      const count = rows?.length ?? all;
      if (count * size * BYTES_AT_MOST > totalmem()) {
        throw new DataError(
          `the dataset "${name}" has the shape [${shape.join(', ')}], more than this machine has memory for`,
          { file, fix: 'Use fewer rows (limit: 10000). If it should be smaller, the file is damaged.' },
        );
      }
      const values = emptyValues(kind, count, axes);
      for (const { from, end, first, count } of piecesOf(all, size, rows)) {
        const found = guarded(file, () => dataset.slice([[from, end]])) as Raw | null;
        if (found?.length !== (end - from) * size) {
          throw new DataError(`the dataset "${name}" cannot be read`, { file, fix: DAMAGED });
        }
        for (let row = first; row < first + count; row++) {
          const sourceRow = rows ? rows[row]! : row;
          const at = (sourceRow - from) * size;
          if (Array.isArray(values)) values[row] = String(found[at]).replace(/\0+$/, '');
          else copyNumbers(values, row * size, found, at, size, { file, row: sourceRow + 1 });
        }
        onPiece();
      }
      return values;
    },
  };
}

/** What the library gives. */
type Raw = ArrayLike<number | string | bigint | boolean>;

function emptyValues(
  kind: Hdf5Description['kind'],
  rows: number,
  axes: readonly number[],
): Uint8Array | Float32Array | Float64Array | string[] {
  const length = rows * sizeOf(axes);
  switch (kind) {
    case 'texts':
      return new Array<string>(length);
    case 'bytes':
      return new Uint8Array(length);
    case 'numbers':
      return axes.length > 0 ? new Float32Array(length) : new Float64Array(length);
  }
}

/**
 * Stretches `[from, end)` of rows that are read at once, each with the `count` rows wanted of it, in the result from
 * `first`; stretches without any are left out.
 */
function* piecesOf(all: number, size: number, rows: Int32Array | undefined) {
  const length = Math.max(1, Math.floor(PIECE / Math.max(1, size)));
  let next = 0; // in `rows`
  for (let start = 0; start < all; start += length) {
    const end = Math.min(all, start + length);
    const from = rows ? rows[next] : start;
    if (from === undefined) return;
    if (from >= end) continue;
    const first = next;
    while (rows && next < rows.length && rows[next]! < end) next++;
    yield { from, end, first: rows ? first : from, count: rows ? next - first : end - from };
  }
}

function copyNumbers(
  into: Uint8Array | Float32Array | Float64Array,
  start: number,
  found: Raw,
  at: number,
  size: number,
  place: { readonly file: string; readonly row: number },
): void {
  for (let index = 0; index < size; index++) {
    const value = Number(found[at + index]);
    if (typeof found[at + index] === 'bigint' && !Number.isSafeInteger(value)) {
      throw new DataError(`the integer ${value} is beyond 2^53, where numbers lose digits`, {
        ...place,
        fix: 'Save the dataset as floats, or use smaller numbers.',
      });
    }
    into[start + index] = value;
  }
}

/** Whatever the library throws, a text or an error of its own, is a fault of the file. */
function guarded<Result>(file: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const reason = text.split('\n', 1)[0]!.trim().slice(0, 120);
    throw new DataError(`the HDF5 file cannot be read: ${reason}`, { file, fix: DAMAGED });
  }
}

function lastOf(path: string): string {
  return path.split('/').at(-1)!;
}

/** The names beside a path, so that a missing one is no error of the library. */
function namesIn(file: File, path: string): readonly string[] {
  let group: { keys(): string[]; get(name: string): unknown } = file;
  const steps = path.split('/').filter((step) => step !== '');
  for (const step of steps.slice(0, -1)) {
    if (!group.keys().includes(step)) return [];
    const inner = group.get(step) as typeof group | null;
    if (!inner || !('keys' in inner)) return [];
    group = inner;
  }
  return group.keys();
}

/** The paths of all datasets; groups that contain each other are followed a few levels only. */
function listDatasets(file: File): string[] {
  const names: string[] = [];
  const visit = (group: { keys(): string[]; get(name: string): unknown }, prefix: string, depth: number) => {
    for (const key of group.keys()) {
      const inner = group.get(key) as object | null;
      if (!inner) continue;
      if ('slice' in inner) names.push(`${prefix}${key}`);
      else if ('keys' in inner && depth < 4) visit(inner as typeof group, `${prefix}${key}/`, depth + 1);
    }
  };
  visit(file, '', 0);
  return names;
}
