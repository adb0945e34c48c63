import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../../backend/select.ts';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import { createStream } from '../../random/stream.ts';
import { buildModel } from '../build.ts';
import { modelComponents } from '../components.ts';
import { planModel } from '../plan.ts';
import { loadModel, saveModel } from '../save.ts';
import { LayerProblem } from '../wiring.ts';

const registry = createRegistry(modelComponents);
type Written = { type: string } & Record<string, unknown>;
const specs = (...layers: Written[]) => layers.map((layer) => fillDefaults(registry, 'layer', layer));
const build = (inputShape: readonly number[], ...layers: Written[]) =>
  buildModel(specs(...layers), { inputShape, registry, stream: createStream(7).derive('model') });
const inputOf = (shape: readonly number[], seed = 3) => {
  const stream = createStream(seed);
  return tf.tensor(
    Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, () => stream.normal()),
    [...shape],
  );
};

beforeAll(() => prepareBackend('cpu'));

/** Every layer on the input that suits it. */
const CASES: readonly [inputShape: number[], layer: Written][] = [
  [[5], { type: 'dense', units: 3, activation: 'relu' }],
  [[5], { type: 'dense', units: 3, activation: { type: 'leakyRelu', slope: 0.1 }, useBias: false }],
  [[6, 7, 2], { type: 'conv2d', filters: 3 }],
  [[6, 7, 2], { type: 'conv2d', filters: 3, kernelSize: [2, 3], strides: [2, 1], padding: 'same' }],
  [[9, 7, 2], { type: 'conv2d', filters: 2, dilation: [3, 2] }],
  [[7, 6, 2], { type: 'maxPooling2d' }],
  [[7, 6, 2], { type: 'maxPooling2d', poolSize: [3, 2], strides: 1, padding: 'same' }],
  [[7, 6, 2], { type: 'averagePooling2d', poolSize: 3, strides: 2 }],
  [[7, 6, 2], { type: 'globalAveragePooling2d' }],
  [[3, 4, 2], { type: 'flatten' }],
  [[4], { type: 'flatten' }],
  [[12], { type: 'reshape', shape: [2, 3, 2] }],
  [[6], { type: 'dropout', rate: 0.4 }],
  [[6], { type: 'batchNormalization' }],
  [[4, 4, 3], { type: 'batchNormalization' }],
  [[6], { type: 'activation', function: 'softmax' }],
  [[6], { type: 'activation', function: 'leakyRelu' }],
];

describe.each(CASES)('an input of shape %j through %o', (inputShape, layer) => {
  it('comes out in the shape that was computed without TensorFlow.js', () => {
    const model = build(inputShape, layer);
    const input = inputOf([2, ...inputShape]);
    expect(model.forward(input).shape).toEqual([2, ...model.outputShape]);
    expect(model.forward(input, 1).shape).toEqual([2, ...model.outputShape]);
    expect(model.layersModel.outputs[0]!.shape.slice(1)).toEqual([...model.outputShape]);
  });

  it('gives the same outputs after it was saved and loaded by TensorFlow.js', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'descent-model-'));
    const model = build(inputShape, layer);
    const input = inputOf([2, ...inputShape]);
    await saveModel(model.layersModel, folder);
    const loaded = await loadModel(folder);
    await rm(folder, { recursive: true });
    expect((loaded.predict(input) as tf.Tensor).dataSync()).toEqual(model.forward(input).dataSync());
  });

  it('leaks no tensor', () => {
    const model = build(inputShape, layer);
    const input = inputOf([2, ...inputShape]);
    const before = tf.memory().numTensors;
    tf.tidy(() => [model.forward(input), model.forward(input, 1)]).forEach((output) => {
      output.dispose();
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});

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

describe('a layer that does not suit its input', () => {
  const problem = (inputShape: number[], ...layers: Written[]) => {
    try {
      planModel(specs(...layers), { inputShape, registry, stream: createStream(1) });
    } catch (error) {
      if (error instanceof LayerProblem)
        return { index: error.index, option: error.option, message: error.message, fix: error.fix };
      throw error;
    }
    return undefined;
  };

  it('is named with the fix', () => {
    expect(problem([4, 4, 1], { type: 'dropout' }, { type: 'dense', units: 2 })).toEqual({
      index: 1,
      option: undefined,
      message: 'dense needs a row of numbers, but gets an input of shape [4, 4, 1]',
      fix: 'Put a flatten layer, or for images a globalAveragePooling2d layer, before it.',
    });
    expect(problem([4], { type: 'conv2d', filters: 1 })?.message).toBe(
      'conv2d needs images of shape [height, width, channels], but gets an input of shape [4]',
    );
    expect(problem([4, 9, 1], { type: 'conv2d', filters: 1, kernelSize: 5 })?.message).toBe(
      'the window of conv2d covers 5 pixels, but the image has only 4 in height',
    );
    expect(problem([4], { type: 'reshape', shape: [3] })).toMatchObject({
      option: 'shape',
      message: 'an input of shape [4] has 4 numbers, but shape [3] has 3',
    });
    expect(problem([9, 9, 1], { type: 'conv2d', filters: 1, strides: 2, dilation: 2 })).toMatchObject({
      option: 'dilation',
      message: 'strides and dilation cannot both be larger than 1',
    });
  });
});
