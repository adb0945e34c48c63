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

describe('names and initial weights', () => {
  const weights = (...layers: Written[]) =>
    Object.fromEntries(
      build([4], ...layers).weights.map(({ name, variable }) => [name, [...variable.dataSync()]]),
    );
  const hidden = { type: 'dense', units: 3 };
  const head = { type: 'dense', units: 2 };

  it('come from type and number, in every model of the process', () => {
    expect(Object.keys(weights(hidden, { type: 'batchNormalization' }, head))).toEqual([
      'dense_1/kernel',
      'dense_1/bias',
      'batchNormalization_1/gamma',
      'batchNormalization_1/beta',
      'batchNormalization_1/moving_mean',
      'batchNormalization_1/moving_variance',
      'dense_2/kernel',
      'dense_2/bias',
    ]);
  });

  it('do not change when a layer of another type is added', () => {
    expect(weights(hidden, { type: 'dropout' }, head)).toEqual(weights(hidden, head));
  });

  it('are counted, running statistics apart', () => {
    const model = build([4], hidden, { type: 'batchNormalization' });
    expect(model.parameters).toEqual({ total: 4 * 3 + 3 + 4 * 3, trainable: 4 * 3 + 3 + 2 * 3 });
    expect(model.layers.map((layer) => layer.parameters)).toEqual([15, 12]);
  });

  it('carry the penalty of their option', () => {
    const model = build(
      [4],
      { ...hidden, kernelRegularizer: { type: 'l2', strength: 0.1 }, activation: 'leakyRelu' },
      head,
    );
    expect(model.weights.map((weight) => weight.penalty)).toEqual([
      { l1: 0, l2: 0.1 },
      undefined,
      undefined,
      undefined,
    ]);
    const saved = JSON.stringify(model.layersModel.toJSON(null, false));
    expect(saved).toContain('"kernel_regularizer":{"class_name":"L1L2","config":{"l1":0,"l2":0.1}}');
  });
});

describe('initial weights of layers with several kernels', () => {
  const valuesOf = (inputShape: number[], layer: Written) => {
    const model = build(inputShape, layer);
    return new Map(
      model.weights.map(({ name, variable }) => [name.split('/')[1], variable.dataSync<'float32'>()]),
    );
  };
  const varianceOf = (values: Float32Array) =>
    values.reduce((sum, value) => sum + value ** 2, 0) / values.length;

  it('suit the one channel that an output of a depthwise kernel sees', () => {
    const layer = { type: 'depthwiseConv2d', depthMultiplier: 4, depthwiseInitializer: 'heUniform' };
    const kernel = valuesOf([5, 5, 100], layer).get('depthwise_kernel')!;
    // 3,600 draws of a uniform number: their variance deviates by 1.5 per cent on average.
    expect(varianceOf(kernel) / (2 / 9)).toBeGreaterThan(0.95);
    expect(varianceOf(kernel) / (2 / 9)).toBeLessThan(1.05);
  });

  it('of a separable convolution come from the initializer of each', () => {
    const weights = valuesOf([5, 5, 2], {
      type: 'separableConv2d',
      filters: 2,
      depthwiseInitializer: 'ones',
      pointwiseInitializer: { type: 'constant', value: 0.5 },
    });
    expect(new Set(weights.get('depthwise_kernel'))).toEqual(new Set([1]));
    expect(new Set(weights.get('pointwise_kernel'))).toEqual(new Set([0.5]));
  });

  it('let an lstm keep its memory: the bias of its forget gate is 1', () => {
    expect([...valuesOf([3, 1], { type: 'lstm', units: 2 }).get('bias')!]).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
    const without = { type: 'lstm', units: 2, unitForgetBias: false };
    expect(new Set(valuesOf([3, 1], without).get('bias'))).toEqual(new Set([0]));
  });

  it('turn the state of a recurrent layer without changing its length', () => {
    const kernel = valuesOf([3, 1], { type: 'simpleRnn', units: 4 }).get('recurrent_kernel')!;
    for (let row = 0; row < 4; row++) {
      const length = kernel.slice(4 * row, 4 * row + 4).reduce((sum, value) => sum + value ** 2, 0);
      expect(length).toBeCloseTo(1, 5);
    }
  });
});

describe('penalties', () => {
  it('on what comes out see it after the activation', () => {
    const model = build([1], {
      type: 'dense',
      units: 1,
      kernelInitializer: { type: 'constant', value: -1 },
      activation: { type: 'leakyRelu', slope: 0.25 },
      activityRegularizer: { type: 'l1', strength: 0.1 },
    });
    const seen: unknown[] = [];
    model.forward(tf.tensor2d([[2]]), 1, (output, penalty) => seen.push([output.arraySync(), penalty]));
    expect(seen).toEqual([[[[-0.5]], { l1: 0.1, l2: 0 }]]);
  });

  it('stand at the weight that their option names', () => {
    const penalty = (strength: number) => ({ type: 'l2', strength });
    const layers: [number[], Written][] = [
      [[4, 2], { type: 'gru', units: 1, kernelRegularizer: penalty(1), recurrentRegularizer: penalty(2) }],
      [[4], { type: 'embedding', count: 3, units: 1, embeddingsRegularizer: penalty(3) }],
      [[4, 4, 1], { type: 'separableConv2d', filters: 1, depthwiseRegularizer: penalty(4), pointwiseRegularizer: penalty(5), biasRegularizer: penalty(6) }], // prettier-ignore
      [[4, 4, 1], { type: 'depthwiseConv2d', depthwiseRegularizer: penalty(7) }],
    ];
    const strengths = layers.flatMap(([inputShape, layer]) =>
      build(inputShape, layer).weights.map(({ name, penalty }) => [name, penalty?.l2]),
    );
    expect(strengths).toEqual([
      ['gru_1/kernel', 1],
      ['gru_1/recurrent_kernel', 2],
      ['gru_1/bias', undefined],
      ['embedding_1/embeddings', 3],
      ['separableConv2d_1/depthwise_kernel', 4],
      ['separableConv2d_1/pointwise_kernel', 5],
      ['separableConv2d_1/bias', 6],
      ['depthwiseConv2d_1/depthwise_kernel', 7],
      ['depthwiseConv2d_1/bias', undefined],
    ]);
  });
});
