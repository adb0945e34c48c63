import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import { clipByValue } from './clip.ts';
import { onBothBackends, startFastKernels } from './on-both-backends.ts';

beforeAll(async () => {
  await startFastKernels();
});

const numbers = fc.array(fc.float({ min: -4, max: 4 }), { maxLength: 37 });

test('holds numbers within bounds as the backend cpu does, NaN and Infinity included', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, async (drawn) => {
      const values = [...drawn, Infinity, -Infinity, NaN];
      const inputs = { x: { shape: [values.length], values } };
      const bounds = { clipValueMin: -1.5, clipValueMax: 2 };
      const { expected, received } = await onBothBackends(clipByValue, inputs, bounds);
      expect([...received]).toEqual([...expected]);
    }),
    { seed: 5, numRuns: 50 },
  );
});

test('keeps NaN, so that training stops, and takes an empty tensor', () => {
  expect([...tf.tidy(() => tf.clipByValue([NaN, 0.5], 0.1, 0.9).dataSync())]).toEqual([NaN, 0.5]);
  expect(tf.tidy(() => tf.clipByValue(tf.tensor1d([]), 0, 1).size)).toBe(0);
});
