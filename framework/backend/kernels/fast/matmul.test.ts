import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import { batchMatMul, fusedMatMul } from './matmul.ts';
import {
  anyFloat,
  attempt,
  expectClose,
  finite,
  onBothBackends,
  startFastKernels,
  tensorOf,
} from './on-both-backends.ts';

beforeAll(async () => {
  await startFastKernels();
});

const size = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(31, 64, 65, 257));

interface Factors {
  rows: number;
  columns: number;
  depth: number;
  transposeA: boolean;
  transposeB: boolean;
}

const factors: fc.Arbitrary<Factors> = fc.record({
  rows: size,
  columns: size,
  depth: size,
  transposeA: fc.boolean(),
  transposeB: fc.boolean(),
});

function shapesOf(
  { rows, columns, depth, transposeA, transposeB }: Factors,
  batchA: number[],
  batchB: number[],
) {
  return {
    a: [...batchA, ...(transposeA ? [depth, rows] : [rows, depth])],
    b: [...batchB, ...(transposeB ? [columns, depth] : [depth, columns])],
  };
}

test('agrees with the cpu backend in all transpositions, batched or with one matrix for a batch', async () => {
  const batches = fc.constantFrom<[number[], number[]]>([[], []], [[1], [1]], [[3], [3]], [[3], [1]], [[1], [3]], [[2, 2], [2, 2]], [[2, 0], [2, 0]]); // prettier-ignore
  const cases = fc.tuple(factors, batches).chain(([product, [batchA, batchB]]) => {
    const { a, b } = shapesOf(product, batchA, batchB);
    return fc.record({ product: fc.constant(product), a: tensorOf(a, anyFloat), b: tensorOf(b, anyFloat) });
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ product, a, b }) => {
      expectClose(await onBothBackends(batchMatMul, { a, b }, product), 1e-5 * (1 + product.depth));
    }),
    { seed: 1, numRuns: 150 },
  );
});

test('adds the bias and activates as the cpu backend does', async () => {
  const cases = factors.chain((product) => {
    const { a, b } = shapesOf(product, [1], [1]);
    return fc.record({
      product: fc.constant(product),
      a: tensorOf(a),
      b: tensorOf(b),
      bias: tensorOf([product.columns], anyFloat),
      activation: fc.constantFrom('linear', 'relu', 'relu6', 'leakyrelu', 'sigmoid', 'elu'),
    });
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ product, a, b, bias, activation }) => {
      const attributes = { ...product, activation, leakyreluAlpha: 0.2 };
      expectClose(await onBothBackends(fusedMatMul, { a, b, bias }, attributes), 1e-5 * (1 + product.depth));
    }),
    { seed: 2, numRuns: 80 },
  );
});

test('the bits of a sum do not depend on the place in the matrix, nor on the transposition', () => {
  fc.assert(
    fc.property(
      tensorOf([1, 300], finite),
      tensorOf([300, 1], finite),
      fc.integer({ min: 1, max: 70 }),
      (row, column, copies) => {
        const bits = tf.tidy(() => {
          const a = tf.tensor(row.values as number[], [1, 300]).tile([copies, 1]);
          const b = tf.tensor(column.values as number[], [300, 1]).tile([1, copies]);
          const plain = attempt(batchMatMul, { a, b }, { transposeA: false, transposeB: false });
          const flipped = { a: tf.transpose(a), b: tf.transpose(b) };
          const transposed = attempt(batchMatMul, flipped, { transposeA: true, transposeB: true });
          return [...new Set([...plain.dataSync(), ...transposed.dataSync()])];
        });
        expect(bits).toHaveLength(1);
      },
    ),
    { seed: 3, numRuns: 20 },
  );
});

test('leaves what it does not know to others', () => {
  const machine = { a: tf.zeros([2, 3]), b: tf.zeros([3, 2]) };
  const attributes = { transposeA: false, transposeB: false, leakyreluAlpha: 0 };
  const unknown = [
    () => attempt(batchMatMul, { ...machine, b: tf.zeros([4, 2]) }, attributes),
    () => attempt(batchMatMul, { ...machine, b: tf.zeros([3, 2], 'int32') }, attributes),
    () => attempt(batchMatMul, { a: tf.zeros([2, 1, 2, 3]), b: tf.zeros([1, 2, 3, 2]) }, attributes),
    () => attempt(fusedMatMul, machine, { ...attributes, activation: 'prelu' }),
    () =>
      attempt(fusedMatMul, { ...machine, bias: tf.zeros([1, 2]) }, { ...attributes, activation: 'linear' }),
  ];
  for (const call of unknown) expect(call).toThrow('does not take this case');
});
