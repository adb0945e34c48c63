import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../../backend/select.ts';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import { createStream } from '../../random/stream.ts';
import { buildModel } from '../build.ts';
import { modelComponents } from '../components.ts';
import { planModel } from '../plan.ts';
import { LayerProblem } from '../wiring.ts';

const registry = createRegistry(modelComponents);
type Written = { type: string } & Record<string, unknown>;
const specs = (...layers: Written[]) => layers.map((layer) => fillDefaults(registry, 'layer', layer));

beforeAll(() => prepareBackend('cpu'));

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
    expect(problem([4, 4, 1], { type: 'lstm', units: 1 })?.message).toBe(
      'lstm needs sequences of shape [steps, channels], but gets an input of shape [4, 4, 1]',
    );
    expect(problem([4, 1], { type: 'maxPooling1d', poolSize: 5 })?.message).toBe(
      'the window of maxPooling1d covers 5 steps, but the sequence has only 4',
    );
    expect(problem([4, 1], { type: 'gru', units: 1, recurrentActivation: 'step' })).toEqual({
      index: 0,
      option: 'recurrentActivation',
      message: 'gru cannot apply the activation step inside its steps',
      fix: 'Take another, such as tanh, sigmoid, relu or linear.',
    });
    expect(problem([9, 9, 1], { type: 'conv2d', filters: 1, strides: 2, dilation: 2 })).toMatchObject({
      option: 'dilation',
      message: 'strides and dilation cannot both be larger than 1',
    });
  });
});

describe('an embedding', () => {
  const model = () =>
    buildModel(specs({ type: 'embedding', count: 3, units: 2 }), {
      inputShape: [2],
      registry,
      stream: createStream(1),
    });

  it('gives the row of every number', () => {
    const embedding = model();
    const table = embedding.weights[0]!.variable.arraySync() as number[][];
    expect(embedding.forward(tf.tensor2d([[2, 0]])).arraySync()).toEqual([[table[2], table[0]]]);
  });

  it.each([
    [
      3,
      'is given 3',
      'Set its count to the number of different values, or map them to whole numbers from 0.',
    ],
    [
      -1,
      'is given -1',
      'Set its count to the number of different values, or map them to whole numbers from 0.',
    ],
    [0.5, 'is given 0.5', 'Give it whole numbers: no standardize or minMax on those columns.'],
    [NaN, 'is given NaN', 'Give it whole numbers: no standardize or minMax on those columns.'],
  ])('refuses %d', (number, given, fix) => {
    const look = () => model().forward(tf.tensor2d([[1, number]]));
    expect(look).toThrow(
      expect.objectContaining({
        name: 'ComponentProblem',
        message: `the layer "embedding_1" looks up whole numbers from 0 to 2, but ${given}`,
        fix,
      }) as Error,
    );
  });
});
