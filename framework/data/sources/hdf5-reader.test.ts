import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStream } from '../../random/stream.ts';
import { DataError } from '../data-error.ts';
import { errorText, inFolder } from '../testing.ts';
import { writeHdf5 } from './example-files.ts';
import { openHdf5 } from './hdf5-reader.ts';

const rows = 40;
const DATASETS = ['group/arrays', 'numbers', 'names'];
const withFile = <Result>(act: (path: string, bytes: Uint8Array, folder: string) => Promise<Result>) =>
  inFolder({}, async (folder) => {
    const path = join(folder, 'x.h5');
    await writeHdf5(path, {
      'group/arrays': {
        shape: [rows, 3],
        data: Float32Array.from({ length: 3 * rows }, (_, index) => index),
      },
      numbers: { shape: [rows], data: BigInt64Array.from({ length: rows }, (_, row) => BigInt(row)) },
      names: { shape: [rows], data: Array.from({ length: rows }, (_, row) => `row ${row % 5}`) },
    });
    return act(path, await readFile(path), folder);
  });

/** Everything in a file. */
async function readAll(path: string): Promise<unknown[]> {
  const reader = await openHdf5(path, 'x.h5');
  try {
    const found: unknown[] = [];
    for (const name of DATASETS) {
      const { shape } = await reader.describe(name);
      found.push({ shape, values: await reader.read(name, undefined) });
    }
    return found;
  } finally {
    await reader.close();
  }
}

describe('an HDF5 file in a thread of its own', () => {
  it('gives what was written, whole or of some rows', async () => {
    await withFile(async (path) => {
      const reader = await openHdf5(path, 'x.h5');
      expect(await reader.describe('group/arrays')).toEqual({ shape: [rows, 3], kind: 'numbers' });
      expect(await reader.read('group/arrays', Int32Array.of(2, 39))).toEqual(
        Float32Array.of(6, 7, 8, 117, 118, 119),
      );
      expect(await reader.read('numbers', Int32Array.of(0, 7))).toEqual(Float64Array.of(0, 7));
      expect(await reader.read('names', Int32Array.of(6))).toEqual(['row 1']);
      await reader.close();
      expect(await errorText(() => reader.read('numbers', undefined))).toMatch(
        /^x\.h5: the HDF5 file cannot be read: the library broke down \(its thread ended with code 1\)\./,
      );
    });
  });

  it('gives up where the library goes round for ever', async () => {
    await inFolder({}, async (folder) => {
      const path = join(folder, 'x.h5');
      const names = Array.from({ length: 500 }, (_, row) => (row % 2 === 0 ? 'even' : 'odd'));
      await writeHdf5(path, { names: { shape: [500], data: names } });
      const bytes = await readFile(path);
      // Texts lie in a heap of objects that follow each other; two of them say that they are longer than they are.
      const heap = bytes.indexOf('GCOL');
      bytes[heap + 3073] = 44;
      bytes[heap + 4681] = 234;
      await writeFile(path, bytes);

      const readNames = async () => {
        const reader = await openHdf5(path, 'x.h5', 2);
        try {
          await reader.read('names', undefined);
        } finally {
          await reader.close();
        }
      };
      expect(await errorText(readNames)).toBe(
        'x.h5: the HDF5 file cannot be read: the library gave no answer for 2 s.\n→ The file is cut off or damaged, or compressed in a way that h5wasm does not know (gzip it does).',
      );
    });
  });

  it('says of every damaged file what is wrong, or reads it', async () => {
    await withFile(async (_, bytes, folder) => {
      const path = join(folder, 'damaged.h5');
      const outcomes = { read: 0, refused: 0 };
      for (let trial = 0; trial < 12; trial++) {
        await writeFile(path, damaged(bytes, trial));
        try {
          await readAll(path);
          outcomes.read++;
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          expect(error.message).toMatch(/^x\.h5.*: .{8,}\.$/s);
          outcomes.refused++;
        }
      }
      expect(outcomes.refused).toBeGreaterThan(4);
      expect(outcomes.read).toBeGreaterThan(0);
    });
  });
});

/** Bytes that differ from good ones in a few places, mostly near the beginning, where the structure stands; some cut off. */
function damaged(bytes: Uint8Array, trial: number): Uint8Array {
  const stream = createStream(31).derive(trial);
  const changed = Uint8Array.from(bytes);
  for (let change = stream.integer(4); change >= 0; change--) {
    changed[Math.floor(stream.uniform() ** 3 * bytes.length)] = stream.integer(256);
  }
  return stream.uniform() < 0.1 ? changed.slice(0, stream.integer(bytes.length)) : changed;
}
