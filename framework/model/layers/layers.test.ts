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
import { loadModel, saveModel } from '../save.ts';

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

const DIFFERENT_IN_TRAINING: readonly string[] = ['dropout', 'gaussianNoise', 'batchNormalization'];

/** Every layer on the input that suits it. */
const CASES: readonly [inputShape: number[], layer: Written][] = [
  [[5], { type: 'dense', units: 3, activation: 'relu' }],
  [[5], { type: 'dense', units: 3, activation: { type: 'leakyRelu', slope: 0.1 }, useBias: false }],
  [[5], { type: 'dense', units: 3, activation: 'gelu', kernelInitializer: 'orthogonal' }],
  [[8, 2], { type: 'conv1d', filters: 3 }],
  [[8, 2], { type: 'conv1d', filters: 3, kernelSize: 4, strides: 3, padding: 'same', activation: 'step' }],
  [[8, 2], { type: 'conv1d', filters: 3, kernelSize: 2, dilation: 3, activation: 'leakyRelu' }],
  [[6, 7, 2], { type: 'conv2d', filters: 3 }],
  [[6, 7, 2], { type: 'conv2d', filters: 3, kernelSize: [2, 3], strides: [2, 1], padding: 'same' }],
  [[9, 7, 2], { type: 'conv2d', filters: 2, dilation: [3, 2], activation: 'tanh' }],
  [[6, 5, 1], { type: 'conv2d', filters: 2, dilation: [1, 2], padding: 'same', useBias: false }],
  [[6, 7, 2], { type: 'depthwiseConv2d', depthMultiplier: 2, activation: 'elu' }],
  [[6, 7, 2], { type: 'depthwiseConv2d', strides: 2, padding: 'same', depthwiseRegularizer: 'l2' }],
  [[6, 7, 2], { type: 'separableConv2d', filters: 3, depthMultiplier: 2, strides: 2, padding: 'same' }],
  [[7, 2], { type: 'maxPooling1d' }],
  [[7, 2], { type: 'maxPooling1d', poolSize: 3, strides: 1, padding: 'same' }],
  [[7, 2], { type: 'averagePooling1d', poolSize: 3, strides: 2 }],
  [[7, 2], { type: 'averagePooling1d', poolSize: 3, strides: 2, padding: 'same' }],
  [[7, 6, 2], { type: 'maxPooling2d' }],
  [[7, 6, 2], { type: 'maxPooling2d', poolSize: [3, 2], strides: 1, padding: 'same' }],
  [[7, 6, 2], { type: 'averagePooling2d', poolSize: 3, strides: 2 }],
  [[7, 6, 2], { type: 'averagePooling2d', poolSize: [2, 3], strides: [3, 2], padding: 'same' }],
  [[7, 6, 2], { type: 'globalAveragePooling2d' }],
  [[7, 6, 2], { type: 'globalMaxPooling2d' }],
  [[7, 2], { type: 'globalAveragePooling1d' }],
  [[7, 2], { type: 'globalMaxPooling1d' }],
  [[3, 4, 2], { type: 'flatten' }],
  [[4], { type: 'flatten' }],
  [[12], { type: 'reshape', shape: [2, 3, 2] }],
  [[4, 3], { type: 'simpleRnn', units: 2, activation: 'relu' }],
  [[4, 3], { type: 'gru', units: 2, returnSequences: true }],
  [[4, 3], { type: 'lstm', units: 2, useBias: false, recurrentActivation: 'sigmoid' }],
  [[4, 3], { type: 'lstm', units: 2, returnSequences: true, unitForgetBias: false }],
  [[6], { type: 'dropout', rate: 0.4 }],
  [[6], { type: 'gaussianNoise' }],
  [[6], { type: 'batchNormalization' }],
  [[4, 4, 3], { type: 'batchNormalization' }],
  [[6], { type: 'layerNormalization' }],
  [[4, 3], { type: 'layerNormalization', epsilon: 1e-5 }],
  [[6], { type: 'activation', function: 'softmax' }],
  [[6], { type: 'activation', function: 'leakyRelu' }],
  [[6], { type: 'activation', function: 'step' }],
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

  it.each(['cpu', 'wasm'] as const)(
    'gives in training what it gives in evaluation on %s',
    async (backend) => {
      if (DIFFERENT_IN_TRAINING.includes(layer.type)) return;
      await prepareBackend(backend);
      const model = build(inputShape, layer);
      const input = inputOf([2, ...inputShape]);
      const [trained, evaluated] = [model.forward(input, 1), model.forward(input)].map((each) =>
        each.dataSync(),
      );
      evaluated!.forEach((value, index) => {
        expect(Math.abs(trained![index]! - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
      });
      await prepareBackend('cpu');
    },
  );

  it.each(['cpu', 'wasm'] as const)('learns by the gradient of finite differences on %s', async (backend) => {
    await prepareBackend(backend);
    const model = build(inputShape, layer);
    const probe = inputOf([2, ...model.outputShape], 9);
    const loss = (input: tf.Tensor): tf.Scalar => tf.sum(tf.mul(model.forward(input, 1), probe));
    const input = inputOf([2, ...inputShape]);
    const values = input.dataSync();
    const gradient = tf.grad(loss)(input).dataSync();
    const stream = createStream(5);
    for (let check = 0; check < 8; check++) {
      const index = stream.integer(values.length);
      const [up, down] = [5e-3, -5e-3].map((by) => {
        const moved = Float32Array.from(values);
        moved[index]! += by;
        return loss(tf.tensor(moved, input.shape)).dataSync<'float32'>()[0]!;
      });
      const numeric = (up! - down!) / 1e-2;
      expect(Math.abs(gradient[index]! - numeric)).toBeLessThan(5e-3 * Math.max(1, Math.abs(numeric)));
    }
    await prepareBackend('cpu');
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
