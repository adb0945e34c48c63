import { beforeAll, describe, expect, it } from 'vitest';
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

it('gelu weights by the normal distribution', () => {
  const part = registry.build('activation', fillDefaults(registry, 'activation', 'gelu'), undefined);
  const [minusOne, zero, one] = part.apply(tf.tensor1d([-1, 0, 1])).dataSync();
  expect([minusOne, zero, one].map((value) => Number(value!.toFixed(4)))).toEqual([-0.1587, 0, 0.8413]);
});

it('softmax gives probabilities also of large scores', () => {
  const part = registry.build('activation', fillDefaults(registry, 'activation', 'softmax'), undefined);
  expect([...part.apply(tf.tensor2d([[1e4, 1e4], [0, -1e4]])).dataSync()]).toEqual([0.5, 0.5, 1, 0]); // prettier-ignore
});
