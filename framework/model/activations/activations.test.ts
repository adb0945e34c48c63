import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../../backend/select.ts';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import { createStream } from '../../random/stream.ts';
import { buildModel } from '../build.ts';
import { modelComponents } from '../components.ts';

const registry = createRegistry(modelComponents);
const INPUT = [-30, -2, -0.5, 0, 0.5, 2, 30];

beforeAll(() => prepareBackend('cpu'));

const FORMULAS: Record<string, (x: number) => number> = {
  linear: (x) => x,
  relu: (x) => Math.max(0, x),
  leakyRelu: (x) => (x > 0 ? x : 0.2 * x),
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  softplus: (x) => Math.log1p(Math.exp(-Math.abs(x))) + Math.max(0, x),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  step: (x) => (x > 0 ? 1 : 0),
};

describe.each(Object.entries(FORMULAS))('%s', (type, formula) => {
  const expected = INPUT.map(formula);
  const near = (values: ArrayLike<number>) => {
    expected.forEach((value, index) => {
      expect(values[index]).toBeCloseTo(value, 5);
    });
  };

  it('follows its formula', () => {
    near(registry.build('activation', fillDefaults(registry, 'activation', type), undefined).apply(tf.tensor1d(INPUT)).dataSync()); // prettier-ignore
  });

  it('works as the activation of a layer and as a layer of its own', () => {
    const identity = { type: 'dense', units: 1, kernelInitializer: 'ones' };
    for (const layers of [
      [{ ...identity, activation: type }],
      [identity, { type: 'activation', function: type }],
    ]) {
      const model = buildModel(
        layers.map((layer) => fillDefaults(registry, 'layer', layer)),
        { inputShape: [1], registry, stream: createStream(1) },
      );
      near(model.forward(tf.tensor2d(INPUT, [7, 1])).dataSync());
    }
  });
});

const partOf = (type: string) =>
  registry.build('activation', fillDefaults(registry, 'activation', type), undefined);

it('gelu weights by the normal distribution, exactly', () => {
  // x Φ(x) from a table of the normal distribution; the approximation by tanh gives −0.1588, 0.8412, 1.9546.
  const values = partOf('gelu')
    .apply(tf.tensor1d([-1, 0, 1, 2]))
    .dataSync();
  expect([...values].map((value) => Number(value.toFixed(5)))).toEqual([-0.15866, 0, 0.84134, 1.9545]);
});

it('step is exact as a layer that is saved, for all numbers of full precision', () => {
  const numbers = [-Infinity, -3e38, -1e-37, -0, 0, 2 ** -126, 1e-37, 1, 3e38, Infinity];
  const model = buildModel([fillDefaults(registry, 'layer', { type: 'activation', function: 'step' })], {
    inputShape: [numbers.length],
    registry,
    stream: createStream(1),
  });
  const input = tf.tensor2d([numbers]);
  expect([...model.forward(input).dataSync()]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  expect([...partOf('step').apply(input).dataSync()]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  const finite = tf.tensor2d([numbers.map((number) => Math.max(-3e38, Math.min(3e38, number)))]);
  const gradient = tf.grad((x: tf.Tensor) => model.forward(x, 1))(finite);
  expect([...gradient.dataSync()].map(Math.abs)).toEqual(numbers.map(() => 0));
});

describe.each(['cpu', 'wasm'] as const)('softmax on %s', (backend) => {
  const scores = fc.array(fc.float({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 6 });
  const softmaxOf = (values: readonly number[]) =>
    tf.tidy(() => [
      ...partOf('softmax')
        .apply(tf.tensor2d([[...values]]))
        .dataSync(),
    ]);
  beforeAll(() => prepareBackend(backend));
  afterAll(() => prepareBackend('cpu'));

  it('gives shares that sum to 1, also of scores of 10,000', () => {
    expect(softmaxOf([1e4, 1e4])).toEqual([0.5, 0.5]);
    expect(softmaxOf([0, -1e4])).toEqual([1, 0]);
    fc.assert(
      fc.property(scores, (values) => {
        const shares = softmaxOf(values);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('does not change when all scores are shifted', () => {
    fc.assert(
      // Multiples of ¼ below 2¹⁴ are shifted without rounding.
      fc.property(
        fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: -1e4, max: 1e4 }),
        (quarters, shift) => {
          // prettier-ignore
          const values = quarters.map((quarter) => quarter / 4);
          const shifted = softmaxOf(values.map((value) => value + shift));
          softmaxOf(values).forEach((share, index) => {
            expect(shifted[index]).toBeCloseTo(share, 6);
          });
        },
      ),
      { seed: 2, numRuns: 50 },
    );
  });
});
