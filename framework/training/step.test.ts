import { afterAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../backend/select.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import { buildModel } from '../model/build.ts';
import { modelComponents } from '../model/components.ts';
import { createStream } from '../random/stream.ts';
import { trainingComponents } from './components.ts';
import { createStep, type StepChoice } from './step.ts';
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

interface StepOptions {
  readonly reduction?: 'mean' | 'sum';
  readonly rowWeights?: number[] | undefined;
  readonly choice?: StepChoice;
}

/** A step of gradient descent with rate 1, so the change of the weights is the gradient. */
function stepOf(
  { inputShape, layers }: Net,
  { reduction = 'mean', rowWeights, choice = 'tape' }: StepOptions = {},
) {
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
  const loss = registry.build('loss', lossSpec, undefined);
  const step = createStep(choice, { model, loss, optimizer }, update);
  const draws = (length: number) => Float32Array.from({ length }, () => stream.normal());
  const size = inputShape.reduce((product, length) => product * length, 1);
  const features = tf.tensor(draws(5 * size), [5, ...inputShape]);
  const targets = tf.tensor2d(draws(10), [5, 2]);
  const weights = rowWeights && tf.tensor1d(rowWeights);
  const batch = { features, targets, weights };
  const at = async (learningRate: number) => step.run(batch, 1, learningRate);
  return { model, at, features };
}

describe.each([
  ['cpu', 'tape'],
  ['wasm', 'tape'],
  ['wasm', 'auto'],
] as const)('a training step on %s, by %s', (backend, choice) => {
  it.each(Object.keys(NETS))('follows the gradient that finite differences give: %s', async (net) => {
    await prepareBackend(backend);
    const { model, at } = stepOf(NETS[net]!, { choice });
    const trained = model.weights.filter((weight) => weight.trainable);
    const start = trained.map(({ variable }) => variable.dataSync<'float32'>().slice());
    await at(1);
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
    for (const [weight, values] of start.entries()) {
      // Two elements of every weight; the step number stays, and with it the dropout mask.
      for (const element of [0, values.length - 1]) {
        const moved = async (by: number) => {
          setTo(weight, values.map((value, other) => (other === element ? value + by : value))); // prettier-ignore
          return at(0);
        };
        const difference = ((await moved(stepSize)) - (await moved(-stepSize))) / (2 * stepSize);
        setTo(weight, values);
        expect(Math.abs(gradients[weight]![element]! - difference)).toBeLessThan(
          2e-3 * Math.max(1, Math.abs(difference)),
        );
      }
    }
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
    expect((await at(0)) - (await stepOf(plain).at(0))).toBeCloseTo(expected, 5);
  });
});

describe('the reduction', () => {
  it('sums over samples or takes their mean', async () => {
    await prepareBackend('cpu');
    const net = NETS['dense with batch normalization']!;
    const [sum, mean] = [stepOf(net, { reduction: 'sum' }), stepOf(net)];
    expect((await sum.at(0)) / (await mean.at(0))).toBeCloseTo(5, 5);
  });
});

describe('weights of rows', () => {
  const net: Net = { inputShape: [3], layers: [{ type: 'dense', units: 2, activation: 'tanh' }] };
  const gradientOf = async (rowWeights: number[] | undefined, options: StepOptions) => {
    const { model, at } = stepOf(net, { ...options, rowWeights });
    const { variable } = model.weights[0]!;
    const before = variable.dataSync().slice();
    const value = await at(1);
    return { value, gradient: variable.dataSync().map((after, index) => before[index]! - after) };
  };

  it.each([
    ['mean', 'tape'],
    ['sum', 'tape'],
    ['mean', 'fused'],
    ['sum', 'fused'],
  ] as const)('multiply the losses and their gradients: %s, %s', async (reduction, choice) => {
    await prepareBackend(choice === 'fused' ? 'wasm' : 'cpu');
    const options = { reduction, choice };
    const alone = await Promise.all(
      [0, 1, 2, 3, 4].map((row) => gradientOf([0, 1, 2, 3, 4].map((other) => Number(other === row)), options)), // prettier-ignore
    );
    const weights = [2, 0, 1, 0.5, 3];
    const together = await gradientOf(weights, options);
    const weighted = (pick: (one: (typeof alone)[number]) => number) =>
      alone.reduce((sum, one, row) => sum + weights[row]! * pick(one), 0);
    expect(together.value).toBeCloseTo(weighted(({ value }) => value), 5); // prettier-ignore
    together.gradient.forEach((value, index) => {
      expect(value).toBeCloseTo(weighted(({ gradient }) => gradient[index]!), 5); // prettier-ignore
    });
    expect(await gradientOf([1, 1, 1, 1, 1], options)).toEqual(await gradientOf(undefined, options));
  });
});

afterAll(() => prepareBackend('cpu'));
