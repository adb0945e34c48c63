import { afterAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../backend/select.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import { buildModel } from '../model/build.ts';
import { modelComponents } from '../model/components.ts';
import { createStream } from '../random/stream.ts';
import { trainingComponents } from './components.ts';
import { createStep } from './step.ts';
import { createUpdate } from './update.ts';

const registry = createRegistry([...modelComponents, ...trainingComponents]);
type Written = { type: string } & Record<string, unknown>;
const penalty = { type: 'l1l2', l1: 0.01, l2: 0.02 };

interface Net {
  readonly inputShape: number[];
  readonly layers: Written[];
}

const NETS: Record<string, Net> = {
  'dense with dropout and penalties': {
    inputShape: [3],
    layers: [
      { type: 'dense', units: 4, activation: 'tanh', kernelRegularizer: penalty, biasRegularizer: penalty },
      { type: 'dropout', rate: 0.3 },
      { type: 'dense', units: 2, activation: 'softplus' },
    ],
  },
  'dense with batch normalization': {
    inputShape: [3],
    layers: [
      { type: 'dense', units: 4 },
      { type: 'batchNormalization' },
      { type: 'activation', function: 'elu' },
      { type: 'dense', units: 2, activation: { type: 'leakyRelu', slope: 0.1 } },
    ],
  },
  'dense with penalties on what comes out': {
    inputShape: [3],
    layers: [
      { type: 'dense', units: 4, activation: 'tanh', activityRegularizer: penalty },
      { type: 'dense', units: 2, activation: 'step', name: 'off', inputs: ['input'] },
      {
        type: 'dense',
        units: 2,
        activation: { type: 'leakyRelu' },
        inputs: ['dense_1'],
        activityRegularizer: penalty,
      },
      { type: 'add', inputs: ['dense_3', 'off'] },
    ],
  },
  'sequences, embedded and in residual blocks': {
    inputShape: [4, 2],
    layers: [
      { type: 'conv1d', filters: 3, kernelSize: 2, dilation: 2, padding: 'same', activation: 'elu' },
      { type: 'layerNormalization' },
      { type: 'lstm', units: 3, returnSequences: true, recurrentRegularizer: penalty },
      { type: 'add', inputs: ['conv1d_1', 'lstm_1'] },
      { type: 'gru', units: 2 },
    ],
  },
  'convolution with pooling': {
    inputShape: [6, 6, 1],
    layers: [
      { type: 'conv2d', filters: 2, kernelSize: [2, 3], padding: 'same', activation: 'tanh' },
      { type: 'averagePooling2d' },
      { type: 'conv2d', filters: 3, kernelSize: 2, activation: 'gelu' },
      { type: 'maxPooling2d', poolSize: 2, strides: 1 },
      { type: 'flatten' },
      { type: 'dense', units: 2 },
    ],
  },
};

/** A step of gradient descent with rate 1, so the change of the weights is the gradient. */
function stepOf(net: Net, reduction: 'mean' | 'sum' = 'mean', rowWeights?: number[]) {
  const { inputShape, layers } = net;
  const stream = createStream(4);
  const model = buildModel(
    layers.map((layer) => fillDefaults(registry, 'layer', layer)),
    { inputShape, registry, stream },
  );
  const lossSpec = fillDefaults(registry, 'loss', { type: 'meanSquaredError', reduction });
  const optimizer = registry.build('optimizer', fillDefaults(registry, 'optimizer', 'sgd'), { registry });
  const update = createUpdate(
    model.weights.filter((weight) => weight.trainable),
    optimizer,
  );
  const step = createStep(model, registry.build('loss', lossSpec, undefined), update);
  const draws = (length: number) => Float32Array.from({ length }, () => stream.normal());
  const size = inputShape.reduce((product, length) => product * length, 1);
  const features = tf.tensor(draws(5 * size), [5, ...inputShape]);
  const targets = tf.tensor2d(draws(10), [5, 2]);
  const weights = rowWeights && tf.tensor1d(rowWeights);
  const batch = { features, targets, weights };
  const at = (learningRate: number) => step(batch, 1, learningRate).dataSync<'float32'>()[0]!;
  return { model, at, features };
}

describe.each(['cpu', 'wasm'] as const)('a training step on %s', (backend) => {
  it.each(Object.keys(NETS))('follows the gradient that finite differences give: %s', async (net) => {
    await prepareBackend(backend);
    const { model, at } = stepOf(NETS[net]!);
    const trained = model.weights.filter((weight) => weight.trainable);
    const start = trained.map(({ variable }) => variable.dataSync<'float32'>().slice());
    at(1);
    const gradients = trained.map(({ variable }, index) =>
      variable.dataSync<'float32'>().map((value, element) => start[index]![element]! - value),
    );
    const setTo = (weight: number, values: Float32Array) => {
      const { variable } = trained[weight]!;
      tf.tidy(() => {
        variable.assign(tf.tensor(values, variable.shape));
      });
    };
    start.forEach((values, weight) => {
      setTo(weight, values);
    });
    const stepSize = 5e-3;
    start.forEach((values, weight) => {
      // Two elements of every weight; the step number stays, and with it the dropout mask.
      for (const element of [0, values.length - 1]) {
        const moved = (by: number) => {
          setTo(weight, values.map((value, other) => (other === element ? value + by : value))); // prettier-ignore
          return at(0);
        };
        const difference = (moved(stepSize) - moved(-stepSize)) / (2 * stepSize);
        setTo(weight, values);
        expect(Math.abs(gradients[weight]![element]! - difference)).toBeLessThan(
          2e-3 * Math.max(1, Math.abs(difference)),
        );
      }
    });
  });
});

describe('a penalty on what comes out of a layer', () => {
  it('is its sum over the outputs, the mean over the batch', async () => {
    await prepareBackend('cpu');
    const net = NETS['dense with penalties on what comes out']!;
    const plain = { ...net, layers: net.layers.map((layer) => ({ ...layer, activityRegularizer: null })) };
    const { model, at, features } = stepOf(net);
    const outputs: number[][] = [];
    model.forward(features, 1, (output) => outputs.push([...output.dataSync()]));
    expect(outputs.map((values) => values.length)).toEqual([5 * 4, 5 * 2]);
    const expected = outputs
      .flat()
      .reduce((sum, value) => sum + (0.01 * Math.abs(value) + 0.02 * value ** 2) / 5, 0);
    expect(at(0) - stepOf(plain).at(0)).toBeCloseTo(expected, 5);
  });
});

describe('the reduction', () => {
  it('sums over samples or takes their mean', async () => {
    await prepareBackend('cpu');
    const net = NETS['dense with batch normalization']!;
    expect(stepOf(net, 'sum').at(0) / stepOf(net, 'mean').at(0)).toBeCloseTo(5, 5);
  });
});

describe('weights of rows', () => {
  const net: Net = { inputShape: [3], layers: [{ type: 'dense', units: 2, activation: 'tanh' }] };
  const gradientOf = (weights: number[] | undefined, reduction: 'mean' | 'sum') => {
    const { model, at } = stepOf(net, reduction, weights);
    const { variable } = model.weights[0]!;
    const before = variable.dataSync().slice();
    const value = at(1);
    return { value, gradient: variable.dataSync().map((after, index) => before[index]! - after) };
  };

  it.each(['mean', 'sum'] as const)('multiply the losses and their gradients, by %s', async (reduction) => {
    await prepareBackend('cpu');
    const alone = [0, 1, 2, 3, 4].map((row) =>
      gradientOf(
        [0, 1, 2, 3, 4].map((other) => Number(other === row)),
        reduction,
      ),
    );
    const weights = [2, 0, 1, 0.5, 3];
    const together = gradientOf(weights, reduction);
    const weighted = (pick: (one: (typeof alone)[number]) => number) =>
      alone.reduce((sum, one, row) => sum + weights[row]! * pick(one), 0);
    expect(together.value).toBeCloseTo(weighted(({ value }) => value), 5); // prettier-ignore
    together.gradient.forEach((value, index) => {
      expect(value).toBeCloseTo(weighted(({ gradient }) => gradient[index]!), 5); // prettier-ignore
    });
    expect(gradientOf([1, 1, 1, 1, 1], reduction)).toEqual(gradientOf(undefined, reduction));
  });
});

afterAll(() => prepareBackend('cpu'));
