import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { kernelMachine } from '../backend/kernels/fast/register-fast-kernels.ts';
import { prepareBackend } from '../backend/select.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import type { Weight } from '../model/model.ts';
import { createStream } from '../random/stream.ts';
import { trainingComponents } from './components.ts';
import type { OptimizerPart } from './optimizer.ts';
import { createUpdate } from './update.ts';

const registry = createRegistry(trainingComponents);
type Written = { type: string } & Record<string, unknown>;
const optimizer = (written: Written) =>
  registry.build('optimizer', fillDefaults(registry, 'optimizer', written), { registry });

function weight(name: string, values: tf.Tensor): Weight {
  const variable = tf.variable(values);
  values.dispose();
  return { name, variable, trainable: true, penalty: undefined };
}

beforeAll(() => prepareBackend('wasm'));
afterAll(() => prepareBackend('cpu'));

describe('the kernel of an optimizer changes weights and slots to the same bits as operations of TensorFlow.js', () => {
  const CASES: Written[] = [
    ...registry.components.filter(({ kind }) => kind === 'optimizer').map(({ type }) => ({ type })),
    { type: 'momentum', nesterov: true },
    { type: 'rmsprop', momentum: 0.8, centered: true },
    { type: 'rmsprop', momentum: 0.8 },
    { type: 'adam', weightDecay: 0.3, clipNorm: 0.5 },
    { type: 'ftrl', l1: 0.01, l2: 0.02 },
  ];

  function path(part: OptimizerPart): Float32Array[] {
    const stream = createStream(5);
    const draw = (size: number) => tf.tensor1d(Float32Array.from({ length: size }, () => stream.normal()));
    const weights = [weight('dense_1/kernel', draw(13)), weight('dense_1/bias', draw(3))];
    const update = createUpdate(weights, part);
    for (let step = 1; step <= 8; step++) {
      // A weight that the loss does not depend on stays.
      tf.tidy(() => {
        update.apply([draw(13), step === 4 ? undefined : draw(3)], 0.05, step);
      });
    }
    const tensors = [
      ...weights.map(({ variable }) => variable),
      ...update.slots().map(({ tensor }) => tensor),
    ];
    const values = tensors.map((tensor) => tensor.dataSync<'float32'>());
    update.dispose();
    tf.disposeVariables();
    return values;
  }

  it.each(CASES)('%o', (written) => {
    const { updateInPlace, ...byTensors } = optimizer(written);
    expect(updateInPlace).toBeDefined();
    expect(path({ ...byTensors, ...(updateInPlace && { updateInPlace }) })).toEqual(path(byTensors));
  });
});

describe('weights that change in place', () => {
  it('leave clones of earlier weights as they were, and no tensor behind', () => {
    const target = weight('dense_1/kernel', tf.tensor1d([1, 2]));
    const update = createUpdate([target], optimizer({ type: 'sgd' }));
    const gradient = tf.tensor1d([1, 1]);
    const before = tf.memory().numTensors;
    const first = target.variable.clone();
    const step = () => {
      tf.tidy(() => {
        update.apply([gradient], 0.5, 1);
      });
      return [...target.variable.dataSync()];
    };
    expect(step()).toEqual([0.5, 1.5]);
    expect(step()).toEqual([0, 1]);
    expect([...first.dataSync()]).toEqual([1, 2]);
    first.dispose();
    expect(tf.memory().numTensors).toBe(before);
    tf.dispose([gradient, target.variable]);
  });

  it('stay where they are, although the tape keeps clones of them', () => {
    const target = weight('dense_1/kernel', tf.ones([3, 2]));
    const update = createUpdate([target], optimizer({ type: 'adam' }));
    const { heap } = kernelMachine()!;
    const x = tf.ones<tf.Rank.R2>([4, 3]);
    const address = heap.address(target.variable);
    for (let step = 1; step <= 3; step++) {
      tf.tidy(() => {
        const kernel = target.variable as tf.Variable<tf.Rank.R2>;
        const { grads } = tf.variableGrads(() => tf.sum(tf.square(tf.relu(tf.matMul(x, kernel)))), [kernel]);
        update.apply([grads[kernel.name]], 0.1, step);
      });
      expect(heap.address(target.variable)).toBe(address);
    }
    update.dispose();
    tf.dispose([x, target.variable]);
  });

  it('are those that prelu sees, which TensorFlow.js computes with packed weights', () => {
    const slope = weight('prelu_1/alpha', tf.tensor1d([1, 1]));
    const update = createUpdate([slope], optimizer({ type: 'sgd' }));
    const x = tf.tensor2d([[-1, -2]]);
    const outputs = () => [...tf.tidy(() => tf.prelu<tf.Tensor>(x, slope.variable).dataSync())];
    expect(outputs()).toEqual([-1, -2]);
    tf.tidy(() => {
      update.apply([tf.ones([2])], 0.5, 1);
    });
    expect(outputs()).toEqual([-0.5, -1]);
    tf.dispose([x, slope.variable]);
  });
});
