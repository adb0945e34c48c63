import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorText, inFolder, sourceOf } from '../testing.ts';
import { npyBytes } from './example-files.ts';
import { parseNpy } from './npy-file.ts';

const swapped = (values: NodeJS.TypedArray, bytes: number) => {
  const copy = Buffer.from(values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength));
  return bytes === 2 ? copy.swap16() : bytes === 4 ? copy.swap32() : bytes === 8 ? copy.swap64() : copy;
};

describe('npy', () => {
  it.each([
    ['f8', Float64Array.of(0.1, -1e300, 3, 4, 5, 6)],
    ['f4', Float32Array.of(0.5, -1, 3, 4, 5, 6)],
    ['i8', BigInt64Array.of(1n, -2n, 3n, 4n, 5n, 2n ** 53n - 1n)],
    ['i4', Int32Array.of(1, -2, 3, 2 ** 31 - 1, 5, 6)],
    ['u2', Uint16Array.of(1, 65_535, 3, 4, 5, 6)],
    ['u1', Uint8Array.of(1, 255, 3, 4, 5, 6)],
    ['b1', Uint8Array.of(1, 0, 1, 1, 0, 0)],
  ])('reads %s of either byte order, in every version', (type, values) => {
    const expected = Array.from(values as ArrayLike<number | bigint>, Number);
    for (const version of [1, 2, 3]) {
      const little = parseNpy('x', npyBytes(`<${type}`, [2, 3], values, { version }));
      const big = parseNpy(
        'x',
        npyBytes(`>${type}`, [2, 3], swapped(values, values.BYTES_PER_ELEMENT), { version }),
      );
      expect([...little.values]).toEqual(expected);
      expect([...big.values]).toEqual(expected);
      expect(little.shape).toEqual([2, 3]);
    }
  });

  it('reads half floats', () => {
    const bits = Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7bff, 0x3555);
    expect([...parseNpy('x', npyBytes('<f2', [5], bits)).values]).toEqual([
      1,
      -2,
      2 ** -24,
      65_504,
      0.333251953125,
    ]);
  });

  it('brings Fortran order into C order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), (shape) => {
        const size = shape.reduce((a, b) => a * b, 1);
        const inC = Array.from({ length: size }, (_, index) => index);
        const inFortran = new Float64Array(size);
        inC.forEach((value) => {
          let [rest, at, stride] = [value, 0, 1];
          const position = shape.map((_, axis) => {
            const inner = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
            const index = Math.floor(rest / inner);
            rest %= inner;
            return index;
          });
          position.forEach((index, axis) => {
            at += index * stride;
            stride *= shape[axis]!;
          });
          inFortran[at] = value;
        });
        expect([...parseNpy('x', npyBytes('<f8', shape, inFortran, { fortranOrder: true })).values]).toEqual(
          inC,
        );
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('makes columns of numbers, classes and arrays', async () => {
    const files = {
      'x.npy': npyBytes('<f8', [3], Float64Array.of(1, Number.NaN, 3)),
      'y.npy': npyBytes('<i8', [3], BigInt64Array.of(0n, 2n, 1n)),
      'w.npy': npyBytes('|u1', [3, 2], Uint8Array.of(1, 2, 3, 4, 5, 6)),
    };
    const arrays = { x: 'x.npy', y: 'y.npy', w: 'w.npy' };
    await inFolder(files, async (folder) => {
      const { table } = await sourceOf('npy', { arrays, classes: { y: ['a', 'b', 'c'] } }, folder).load();
      expect(table).toEqual({
        rows: 3,
        columns: [
          { name: 'x', kind: 'number', values: Float64Array.of(1, Number.NaN, 3) },
          { name: 'y', kind: 'category', codes: Int32Array.of(0, 2, 1), categories: ['a', 'b', 'c'] },
          { name: 'w', kind: 'tensor', shape: [2], values: Uint8Array.of(1, 2, 3, 4, 5, 6) },
        ],
      });
      expect(
        await errorText(() => sourceOf('npy', { arrays, classes: { y: ['a', 'b'] } }, folder).load()),
      ).toBe('y.npy, row 2, column "y": 2 is no label of the 2 classes.\n→ Name every class.');
      expect(await errorText(() => sourceOf('npy', { arrays, classes: { x: [] } }, folder).load())).toBe(
        'x.npy, row 2, column "x": NaN is no number of a class.\n→ Classes are 0, 1, 2, …; remove x from classes if it holds amounts.',
      );
      expect(await errorText(() => sourceOf('npy', { arrays, classes: { z: [] } }, folder))).toBe(
        'unknown column "z"\nat classes.z\n→ The columns are x, y, w.',
      );
    });
  });

  const good = npyBytes('<f4', [2, 2], Float32Array.of(1, 2, 3, 4));
  it.each<[string, Uint8Array, string]>([
    [
      'other bytes',
      Buffer.from('hello, this is text'),
      'x: this is no npy file: it does not begin with \\x93NUMPY.\n→ Check that you named the right file.',
    ],
    [
      'a cut off array',
      good.subarray(0, good.length - 3),
      'x: the header says 2 × 2 values of 4 bytes, so 16, but 13 bytes follow.\n→ The file is cut off or damaged: get it again.',
    ],
    [
      'a cut off header',
      good.subarray(0, 40),
      'x: the file ends within its header.\n→ The file is cut off or damaged: get it again.',
    ],
    [
      'complex numbers',
      npyBytes('<c8', [1], new Float32Array(2)),
      'x: the values are of NumPy type <c8; numbers and booleans are read.\n→ Save them as numbers: numpy.save(file, array.astype("float32")).',
    ],
    [
      'large integers',
      npyBytes('<i8', [1], BigInt64Array.of(2n ** 60n)),
      'x: the integer 1152921504606847000 is beyond 2^53, where numbers lose digits.\n→ Save the array as floats, or use smaller numbers.',
    ],
    [
      'version 9',
      Buffer.concat([good.subarray(0, 6), Buffer.of(9), good.subarray(7)]),
      'x: the format has version 9; 1, 2 and 3 are read.\n→ Check that you named the right file.',
    ],
  ])('refuses %s', async (_, bytes, message) => {
    expect(await errorText(() => parseNpy('x', bytes))).toBe(message);
  });

  it('refuses infinite values, arrays of different length and without rows', async () => {
    const files = {
      'a.npy': npyBytes('<f4', [2, 2], Float32Array.of(1, 2, Infinity, 4)),
      'b.npy': npyBytes('<f4', [3], Float32Array.of(1, 2, 3)),
      'e.npy': npyBytes('<f4', [0], new Float32Array(0)),
    };
    await inFolder(files, async (folder) => {
      const fail = (arrays: Record<string, string>) =>
        errorText(() => sourceOf('npy', { arrays }, folder).load());
      expect(await fail({ a: 'a.npy' })).toBe(
        'a.npy, row 2, column "a": Infinity is no finite number.\n→ Correct it where the file is written, or leave the row out there.',
      );
      expect(await fail({ b: 'b.npy', a: 'a.npy' })).toBe(
        'a.npy, column "a": there are 2 rows, but "b" has 3.\n→ Name arrays that belong together; the first axis counts rows.',
      );
      expect(await fail({ e: 'e.npy' })).toBe('e.npy, column "e": the array has the shape [0], so no rows.');
    });
  });
});
