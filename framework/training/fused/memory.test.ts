import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { kernelMachine } from '../../backend/kernels/fast/register-fast-kernels.ts';
import { prepareBackend } from '../../backend/select.ts';
import { prepare, trainedBy, type SmallTraining } from './fixtures/training-way.ts';

const TRAINING: SmallTraining = {
  inputShape: [6, 6, 2],
  layers: [
    { type: 'conv2d', filters: 8, activation: 'relu' },
    { type: 'maxPooling2d' },
    { type: 'batchNormalization' },
    { type: 'flatten' },
    { type: 'dropout', rate: 0.2 },
    { type: 'dense', units: 3, activation: 'softmax' },
  ],
  loss: { type: 'categoricalCrossentropy' },
  optimizer: { type: 'adam' },
  batches: [4, 4, 8, 3],
  seed: 5,
};

const heapBytes = () => kernelMachine()!.heap.memory.buffer.byteLength;

beforeAll(() => prepareBackend('wasm'));

describe('the memory of a fused step', () => {
  it('does not grow over 1,000 steps of several sizes, and is given back', async () => {
    const before = tf.memory().numTensors;
    const { model, update, step, batchOf } = prepare(TRAINING, 'fused');
    const batches = [8, 3, 8, 5].map((rows, index) => batchOf(index, rows));
    const pass = async (steps: number) => {
      for (let number = 1; number <= steps; number++) await step.run(batches[number % 4]!, number, 1e-3);
      return { ...tf.memory(), heap: heapBytes() };
    };
    const early = await pass(4);
    expect(await pass(1000)).toEqual(early);
    step.dispose();
    update.dispose();
    model.dispose();
    tf.dispose(batches);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('may move: the heap grows between two steps, and nothing changes', async () => {
    const expected = await trainedBy(TRAINING, 'fused');
    const { model, update, step, batchOf } = prepare(TRAINING, 'fused');
    const losses: number[] = [];
    const ballast: tf.Tensor[] = [];
    for (const [index, rows] of TRAINING.batches.entries()) {
      const bytes = heapBytes();
      // A tensor that the heap as it is has no room for.
      while (heapBytes() === bytes) ballast.push(tf.zeros([4 * 1024 * 1024]));
      losses.push(await step.run(batchOf(index, rows), index + 1, 1e-3));
    }
    expect(losses).toEqual(expected.losses);
    for (const { name, variable } of model.weights) {
      expect([...variable.dataSync()]).toEqual(expected.values[name]);
    }
    for (const { name, tensor } of update.slots())
      expect([...tensor.dataSync()]).toEqual(expected.values[name]);
    tf.dispose(ballast);
    step.dispose();
  });

  it('is that of the variables: clones keep their numbers, and what is assigned counts', async () => {
    const { model, step, batchOf } = prepare(TRAINING, 'fused');
    const batch = batchOf(0, 4);
    const kernel = model.weights[0]!.variable;
    const start = [...kernel.dataSync()];
    const snapshot = model.weights.map(({ variable }) => variable.clone());
    const first = await step.run(batch, 1, 0.1);
    expect([...snapshot[0]!.dataSync()]).toEqual(start);
    expect([...kernel.dataSync()]).not.toEqual(start);
    // TensorFlow.js itself computes with the new weights.
    const outputs = () => [...model.forward(batch.features).dataSync()];
    const after = outputs();
    await step.run(batch, 1, 0.1);
    expect(outputs()).not.toEqual(after);
    model.weights.forEach(({ variable }, index) => {
      variable.assign(snapshot[index]!);
    });
    expect(await step.run(batch, 1, 0.1)).toBe(first);
  });
});
