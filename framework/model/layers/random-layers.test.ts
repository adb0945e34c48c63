import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../../backend/select.ts';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import { createStream } from '../../random/stream.ts';
import { buildModel } from '../build.ts';
import { modelComponents } from '../components.ts';

const registry = createRegistry(modelComponents);
type Written = { type: string } & Record<string, unknown>;
const build = (inputShape: readonly number[], ...layers: Written[]) =>
  buildModel(
    layers.map((layer) => fillDefaults(registry, 'layer', layer)),
    { inputShape, registry, stream: createStream(7).derive('model') },
  );

beforeAll(() => prepareBackend('cpu'));

describe('dropout', () => {
  const ones = (rows: number) => tf.ones([rows, 50]);
  const output = (step?: number, rate = 0.3) => [
    ...build([50], { type: 'dropout', rate }).forward(ones(200), step).dataSync(),
  ];

  it('drops the given share and scales up the rest', () => {
    const values = output(1);
    expect(new Set(values)).toEqual(new Set([0, Math.fround(1 / 0.7)]));
    // 10,000 draws: the share of zeros deviates by 0.0046 on average.
    expect(values.filter((value) => value === 0).length / values.length).toBeCloseTo(0.3, 1);
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length - 1)).toBeLessThan(0.03);
  });

  it('draws another mask at every step, and the same one for the same step', () => {
    expect(output(1)).not.toEqual(output(2));
    expect(output(2)).toEqual(output(2));
  });

  it('differs between layers', () => {
    const model = build([50], { type: 'dropout', rate: 0.3 }, { type: 'dropout', rate: 0.3 });
    const zeros = [...model.forward(ones(200), 1).dataSync()].filter((value) => value === 0).length;
    expect(zeros / 10_000).toBeCloseTo(1 - 0.7 ** 2, 1);
  });

  it('does nothing in evaluation', () => {
    expect(new Set(output())).toEqual(new Set([1]));
  });
});

describe('gaussian noise', () => {
  const noise = (step?: number) => {
    const layer = { type: 'gaussianNoise', standardDeviation: 0.5 };
    return [
      ...build([50], layer)
        .forward(tf.zeros([200, 50]), step)
        .dataSync(),
    ];
  };

  it('has mean 0 and the given deviation', () => {
    const values = noise(1);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
    // Of 10,000 draws the mean deviates by 0.005 on average, the variance by 0.0035.
    expect(Math.abs(mean)).toBeLessThan(0.015);
    expect(Math.abs(variance - 0.25)).toBeLessThan(0.011);
  });

  it('differs from step to step, is the same for the same step, and absent in evaluation', () => {
    expect(noise(1)).not.toEqual(noise(2));
    expect(noise(2)).toEqual(noise(2));
    expect(new Set(noise())).toEqual(new Set([0]));
  });
});

describe('batch normalization', () => {
  it('normalizes with the batch and moves its running statistics towards it in training only', () => {
    const model = build([2], { type: 'batchNormalization', momentum: 0.9, epsilon: 1e-6 });
    const input = tf.tensor2d([1, 10, 3, 30], [2, 2]);
    model.forward(input);
    const [, , mean, variance] = model.weights.map((weight) => weight.variable);
    expect([...mean!.dataSync()]).toEqual([0, 0]);
    const normalized = [...model.forward(input, 1).dataSync()];
    normalized.forEach((value, index) => {
      expect(value).toBeCloseTo([-1, -1, 1, 1][index]!, 4);
    });
    expect(mean!.dataSync()[1]).toBeCloseTo(2, 5);
    expect(variance!.dataSync()[1]).toBeCloseTo(0.9 + 0.1 * 100, 4);
  });
});
