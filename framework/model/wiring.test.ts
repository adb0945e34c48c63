import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../backend/select.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import { createStream } from '../random/stream.ts';
import { buildModel } from './build.ts';
import { modelComponents } from './components.ts';
import { planModel } from './plan.ts';
import { loadModel, saveModel } from './save.ts';
import { LayerProblem, wireLayers } from './wiring.ts';

const registry = createRegistry(modelComponents);
type Written = { type: string } & Record<string, unknown>;
const specs = (layers: readonly Written[]) => layers.map((layer) => fillDefaults(registry, 'layer', layer));
const contextOf = (inputShape: number[]) => ({ inputShape, registry, stream: createStream(7) });
const build = (inputShape: number[], layers: readonly Written[]) =>
  buildModel(specs(layers), contextOf(inputShape));

const dense = (units: number, options: object = {}): Written => ({ type: 'dense', units, ...options });

/** Graphs with the shape of their input. */
const GRAPHS: Record<string, [inputShape: number[], layers: Written[]]> = {
  'a residual block of an image network': [
    [5, 5, 2],
    [
      { type: 'conv2d', filters: 2, padding: 'same', activation: 'leakyRelu' },
      { type: 'conv2d', filters: 2, padding: 'same' },
      { type: 'add', inputs: ['conv2d_2', 'input'] },
      { type: 'activation', function: 'step', name: 'signs' },
      { type: 'multiply', inputs: ['signs', 'add_1'] },
      { type: 'globalAveragePooling2d' },
    ],
  ],
  'branches of one input': [
    [4],
    [
      dense(3, { name: 'left', activation: 'tanh' }),
      dense(3, { name: 'right', inputs: ['input'] }),
      { type: 'maximum', inputs: ['left', 'right'] },
      { type: 'dropout', rate: 0.3 },
      { type: 'average', inputs: ['left', 'dropout_1'] },
      { type: 'concatenate', inputs: ['average_1', 'input'] },
    ],
  ],
};

beforeAll(() => prepareBackend('cpu'));

describe.each(Object.entries(GRAPHS))('%s', (_, [inputShape, layers]) => {
  const input = () => {
    const stream = createStream(2);
    const size = inputShape.reduce((product, length) => product * length, 2);
    return tf.tensor(Float32Array.from({ length: size }, stream.normal), [2, ...inputShape]);
  };

  it('computes what the graph of TensorFlow.js computes, also after it was saved and loaded', async () => {
    const model = build(inputShape, layers);
    const expected = model.forward(input());
    expect(expected.shape).toEqual([2, ...model.outputShape]);
    expect((model.layersModel.predict(input()) as tf.Tensor).dataSync()).toEqual(expected.dataSync());
    const folder = await mkdtemp(join(tmpdir(), 'descent-graph-'));
    await saveModel(model.layersModel, folder);
    const loaded = await loadModel(folder);
    await rm(folder, { recursive: true });
    expect((loaded.predict(input()) as tf.Tensor).dataSync()).toEqual(expected.dataSync());
  });

  it('leaks no tensor', () => {
    const model = build(inputShape, layers);
    const values = input();
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      model.forward(values, 1);
      tf.grad((x: tf.Tensor) => model.forward(x, 1))(values);
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});

it('adds what a block makes of the input to the input', () => {
  const identity = dense(2, { kernelInitializer: 'ones' });
  const model = build([2], [identity, { type: 'add', inputs: ['input', 'dense_1'] }]);
  expect(model.forward(tf.tensor2d([[1, 2]])).arraySync()).toEqual([[4, 5]]);
  expect(model.layers.map(({ inputs }) => inputs)).toEqual([['input'], ['input', 'dense_1']]);
});

it('an input that is named as it would be anyway changes nothing', () => {
  const chain = [dense(3), { type: 'dropout' }, dense(1)];
  const named = chain.map((layer, at) => ({ ...layer, inputs: [['input', 'dense_1', 'dropout_1'][at]] }));
  expect(wireLayers(specs(named)).sources).toEqual(wireLayers(specs(chain)).sources);
});

it('earlier names give a graph that computes what TensorFlow.js computes, or an unused output', () => {
  const places = ['input', 'a', 'b', 'c', 'd'];
  const graph = fc.tuple(
    ...[1, 2, 3, 4].map((count) =>
      fc.option(fc.subarray(places.slice(0, count), { minLength: 1 }), { nil: undefined }),
    ),
  );
  let built = 0;
  const property = fc.property(graph, (wires) => {
    const layers = wires.map((inputs, index) => ({
      ...((inputs?.length ?? 1) > 1
        ? { type: 'average' }
        : dense(3, { activation: ['tanh', 'leakyRelu'][index % 2] })),
      name: 'abcd'[index],
      ...(inputs && { inputs }),
    }));
    const { problems, sources } = wireLayers(specs(layers));
    const used = new Set(sources.flat());
    expect(problems.map(({ index }) => index)).toEqual([0, 1, 2].filter((index) => !used.has(index + 1)));
    if (problems.length > 0) return;
    built++;
    tf.tidy(() => {
      const model = build([3], layers);
      const input = tf.tensor2d([[0.1, -0.5, 2]]);
      const predicted = model.layersModel.predict(input) as tf.Tensor;
      expect(model.forward(input).dataSync()).toEqual(predicted.dataSync());
      model.dispose();
    });
  });
  fc.assert(property, { seed: 4, numRuns: 200 });
  expect(built).toBeGreaterThan(50);
});

describe('what does not fit together', () => {
  const problems = (...layers: Written[]) =>
    wireLayers(specs(layers)).problems.map(({ index, option, message, fix }) => [
      index,
      option,
      message,
      fix,
    ]);

  it('is a name that leads nowhere', () => {
    const add = { type: 'add', inputs: ['dense1', 'input'] };
    expect(problems(dense(2), add)).toEqual([
      [1, 'inputs.0', 'there is no layer "dense1"', 'Did you mean "dense_1"?'],
    ]);
    expect(problems(dense(2), { type: 'add', inputs: ['input', 'encoder'] })).toEqual([
      [1, 'inputs.1', 'there is no layer "encoder"', "Name the model's input or a layer before this one: input, dense_1."], // prettier-ignore
    ]);
  });

  it('is the layer itself, or a later one', () => {
    expect(problems({ type: 'add', name: 'sum', inputs: ['input', 'sum'] }, dense(1))).toEqual([
      [0, 'inputs.1', 'the layer "sum" cannot take its own output', 'Name a layer before it: input.'],
    ]);
    expect(problems(dense(2, { inputs: ['dense_2'] }), dense(2))).toEqual([
      [
        0,
        'inputs.0',
        'the layer "dense_2" comes later, but a layer takes only what layers before it give',
        'Move "dense_2" before this layer, or name one of: input.',
      ],
    ]);
  });

  it('is an input that a layer takes twice', () => {
    expect(problems({ type: 'multiply', inputs: ['input', 'input'] })).toEqual([
      [0, 'inputs.1', 'the layer takes "input" twice', 'Name every input once.'],
    ]);
  });

  it('is an output that nothing uses', () => {
    expect(problems(dense(2), dense(2, { inputs: ['input'] }))).toEqual([
      [
        0,
        undefined,
        'nothing uses the output of the layer "dense_1"',
        'Name it among the inputs of a later layer, such as { type: add, inputs: [dense_1, …] }, or remove it.',
      ],
    ]);
  });

  it.each([
    [
      [dense(3), { type: 'add', inputs: ['input', 'dense_1'] }],
      'add needs inputs of the same shape, but gets [4] and [3]',
    ],
    [
      [
        { type: 'reshape', shape: [2, 2] },
        { type: 'concatenate', inputs: ['input', 'reshape_1'] },
      ],
      'concatenate needs inputs that differ in the last axis only, but gets [4] and [2, 2]',
    ],
    [[dense(4), dense(1, { inputs: ['input', 'dense_1'] })], 'dense takes one input, but has 2'],
    [[dense(4), { type: 'multiply' }], 'multiply needs two inputs or more, but has only one'],
  ])('are inputs that do not suit the layer: %#', (layers, message) => {
    const plan = () => planModel(specs(layers), contextOf([4]));
    expect(plan).toThrow(LayerProblem);
    expect(plan).toThrow(expect.objectContaining({ message, index: 1, option: 'inputs' }) as Error);
  });
});
