import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import { attempt, expectClose, onBothBackends, startFastKernels } from './on-both-backends.ts';
import { slice } from './slice.ts';

beforeAll(async () => {
  await startFastKernels();
});

test('slices of any rank and type agree with the cpu backend', async () => {
  const cases = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }).chain((shape) =>
    fc.record({
      x: fc.record({
        shape: fc.constant(shape),
        values: fc.constant(Array.from({ length: tf.util.sizeFromShape(shape) }, (_, index) => index % 251)),
        dtype: fc.constantFrom('float32' as const, 'int32' as const),
      }),
      begin: fc.tuple(...shape.map((size) => fc.integer({ min: 0, max: size - 1 }))),
      length: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: shape.length, maxLength: shape.length }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ x, begin, length }) => {
      const size = length.map((wanted, axis) => Math.min(wanted, x.shape[axis]! - begin[axis]!));
      expectClose(await onBothBackends(slice, { x }, { begin, size }), 0);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('leaves strings to others', () => {
  const call = () => attempt(slice, { x: tf.tensor1d(['a', 'b']) }, { begin: [0], size: [1] });
  expect(call).toThrow('does not take this case');
});
