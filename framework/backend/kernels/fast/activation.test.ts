import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import { activationKernels, ACTIVATIONS, activationNumber, type ActivationName } from './activation.ts';
import type { KernelMachine } from './fast-kernel.ts';
import {
  anyFloat,
  attempt,
  expectClose,
  onBothBackends,
  startFastKernels,
  tensorOf,
} from './on-both-backends.ts';

let machine: KernelMachine;
beforeAll(async () => {
  machine = await startFastKernels();
});

describe('agrees with the cpu backend', () => {
  test.each(activationKernels.map((kernel) => kernel.name))('%s', async (name) => {
    const kernel = activationKernels.find((other) => other.name === name)!;
    const shapes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 });
    const wide = fc.double({ min: -200, max: 200, noNaN: true }).map(Math.fround);
    const cases = fc
      .tuple(shapes, fc.constantFrom(anyFloat, wide))
      .chain(([shape, element]) => tensorOf(shape, element));
    await fc.assert(
      fc.asyncProperty(cases, async (x) => {
        expectClose(await onBothBackends(kernel, { x }, { alpha: 0.3 }), 1e-6);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});

/** The true functions in double precision, and the largest error seen in units of the last place, rounded up. */
const ELEMENTARY: Record<string, [(x: number) => number, from: number, to: number, places: number]> = {
  [tf.Exp]: [Math.exp, -103, 88.7, 1.5],
  [tf.Log]: [Math.log, 1e-44, 3e38, 1.5],
  [tf.Tanh]: [Math.tanh, -12, 12, 3],
  [tf.Sigmoid]: [(x) => 1 / (1 + Math.exp(-x)), -87, 87, 3],
  [tf.Elu]: [(x) => (x < 0 ? Math.expm1(x) : x), -20, 1, 3],
  [tf.Softplus]: [(x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), -87, 87, 3],
};

test.each(Object.keys(ELEMENTARY))('%s is exact to a few units of the last place', (name) => {
  const [exact, from, to, places] = ELEMENTARY[name]!;
  const count = 200_000;
  // Evenly over the range, then over all sizes of numbers in it.
  const inputs = Float32Array.from({ length: count }, (_, index) => {
    const part = index / count;
    if (index % 2 === 0) return from + (to - from) * part;
    const size = 2 ** (-140 + 268 * part);
    return Math.min(to, Math.max(from, index % 4 === 1 ? size : -size));
  });
  const kernel = activationKernels.find((other) => other.name === name)!;
  const outputs = tf.tidy(() => attempt(kernel, { x: tf.tensor1d(inputs) }, {}).dataSync());
  let worst = 0;
  inputs.forEach((x, index) => {
    const expected = exact(x);
    const unit = 2 ** Math.max(-149, Math.floor(Math.log2(Math.abs(expected) || 1e-45)) - 23);
    worst = Math.max(worst, Math.abs(outputs[index]! - expected) / unit);
  });
  expect(worst).toBeLessThan(places);
});

test.each(ACTIVATIONS.filter((name) => name !== 'exp' && name !== 'log'))('the derivative of %s', (name) => {
  const points = [-3, -1, -0.4, 0.3, 1.2, 3, 5.5, 7];
  const { heap, kernels } = machine;
  const kind = activationNumber(name satisfies ActivationName);
  tf.tidy(() => {
    const apply = (values: number[]) => {
      const x = tf.tensor1d(values);
      const y = tf.zeros([values.length]);
      kernels.activate(kind, heap.address(x), heap.address(y), values.length, 0.25);
      return y;
    };
    const step = 1 / 256;
    const above = apply(points.map((point) => point + step)).dataSync();
    const below = apply(points.map((point) => point - step)).dataSync();
    const y = apply(points);
    const dy = tf.fill([points.length], 3);
    const dx = tf.zeros([points.length]);
    kernels.activationGradient(
      kind,
      heap.address(dy),
      heap.address(y),
      heap.address(dx),
      points.length,
      0.25,
    );
    dx.dataSync().forEach((value, index) => {
      expect(value).toBeCloseTo((3 * (above[index]! - below[index]!)) / (2 * step), 3);
    });
  });
});
