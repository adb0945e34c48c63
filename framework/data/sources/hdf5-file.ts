import type { Dataset, File } from 'h5wasm/node';
import { didYouMean } from '../../document/suggest.ts';
import { DataError } from '../data-error.ts';
import { sizeOf } from '../table-rows.ts';

/** An open HDF5 file. */
export interface Hdf5File {
  /**
   * What is known of a dataset without its values.
   * @throws DataError when there is none, or its values are neither numbers nor texts
   */
  describe(dataset: string): Hdf5Description;
  /**
   * Hands the values of the given rows (ascending) to `take`, in pieces, so that only a few million values are in
   * memory besides the result.
   */
  read(
    dataset: string,
    rows: Int32Array | undefined,
    take: (row: number, values: Values, at: number) => void,
  ): void;
  close(): void;
}

export interface Hdf5Description {
  readonly shape: readonly number[];
  readonly kind: 'bytes' | 'numbers' | 'texts';
}

type Values = ArrayLike<number | string | bigint | boolean>;

/** Values that are read at once. */
const PIECE = 2 ** 22;
/** How HDF5 numbers the classes of its types. */
const [INTEGER, FLOAT, TEXT, ENUM] = [0, 1, 3, 8];

/**
 * Opens an HDF5 file; h5wasm, the library compiled to WebAssembly, is loaded at the first call.
 * @param path absolute
 * @param file what messages call it
 * @throws DataError when it is no HDF5 file or is damaged
 */
export async function openHdf5(path: string, file: string): Promise<Hdf5File> {
  const { File: Hdf5, ready } = await import('h5wasm/node');
  // Else the library prints its faults and goes on.
  (await ready).activate_throwing_error_handler();
  const opened: File = guarded(file, () => new Hdf5(path, 'r'));
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
    read(name, rows, take) {
      const dataset = datasetOf(name);
      const [count = 0, ...axes] = describe(name).shape;
      const size = sizeOf(axes);
      const rowsPerPiece = Math.max(1, Math.floor(PIECE / Math.max(1, size)));
      let next = 0; // in `rows`
      for (let start = 0; start < count; start += rowsPerPiece) {
        const end = Math.min(count, start + rowsPerPiece);
        const from = rows ? rows[next] : start;
        if (from === undefined) return;
        if (from >= end) continue;
        const values = guarded(file, () => dataset.slice([[from, end]])) as Values | null;
        if (values?.length !== (end - from) * size) {
          throw new DataError(`the dataset "${name}" cannot be read`, { file, fix: DAMAGED });
        }
        if (rows) {
          for (; next < rows.length && rows[next]! < end; next++)
            take(next, values, (rows[next]! - from) * size);
        } else {
          for (let row = from; row < end; row++) take(row, values, (row - from) * size);
        }
      }
    },
    close: () => {
      guarded(file, () => opened.close());
    },
  };
}

const DAMAGED =
  'The file is cut off or damaged, or compressed in a way that h5wasm does not know (gzip it does).';

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
