import * as tf from '#tensorflow';
import { expect, test } from 'vitest';
import { BackendError } from './backend.ts';
import { diagnose } from './diagnose.ts';
import { prepareBackend } from './select.ts';

/** Where the packages lie; `.ci/webgpu` installs them outside the workspace and names the folder. */
const project = process.env.DESCENT_WEBGPU_PROJECT ?? process.cwd();

/** Why it cannot be tested here; undefined where it can. */
const obstacle = await prepareBackend('webgpu', { project }).then(
  () => undefined,
  (error: unknown) => {
    if (error instanceof BackendError) return error.reason;
    throw error;
  },
);
if (obstacle !== undefined) process.stderr.write(`SKIPPED, webgpu is not tested here: ${obstacle}\n`);

/** The losses of 15 steps of a small CNN from the same initial weights. */
async function train(backend: 'webgpu' | 'cpu'): Promise<number[]> {
  await prepareBackend(backend, { project });
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [10, 10, 1], filters: 4, kernelSize: 3, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.depthwiseConv2d({ kernelSize: 3, activation: 'relu' }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 3 }),
    ],
  });
  model.setWeights(
    model.weights.map((weight, index) =>
      tf.randomNormal(weight.shape as number[], 0, 0.3, 'float32', index + 1),
    ),
  );
  const classes = tf.tensor1d(
    Array.from({ length: 24 }, (_, row) => row % 3),
    'int32',
  );
  // Noise, brighter the higher the class.
  const noise = tf.randomNormal([24, 10, 10, 1], 0, 1, 'float32', 100);
  const inputs = noise.add(classes.sub(1).reshape([24, 1, 1, 1]));
  const targets = tf.oneHot(classes, 3);
  const optimizer = tf.train.sgd(0.1);
  const losses: number[] = [];
  for (let step = 0; step < 15; step++) {
    const loss = optimizer.minimize(
      () => tf.losses.softmaxCrossEntropy(targets, model.apply(inputs) as tf.Tensor),
      true,
    )!;
    losses.push((await loss.data())[0]!);
    loss.dispose();
  }
  model.dispose();
  tf.dispose([noise, inputs, classes, targets]);
  return losses;
}

test.skipIf(obstacle !== undefined)('a CNN trains on webgpu as on cpu', async () => {
  const received = await train('webgpu');
  const expected = await train('cpu');
  // float32, sums in another order.
  received.forEach((loss, step) => {
    expect(loss).toBeCloseTo(expected[step]!, 4);
  });
  expect(received.at(-1)).toBeLessThan(0.8 * received[0]!);
});

test.skipIf(obstacle !== undefined)('what webgpu is, and that auto wants a real GPU', async () => {
  const prepared = await prepareBackend('webgpu', { project });
  expect(prepared.description).toMatch(/^WebGPU on /);
  expect(Object.keys(prepared.versions)).toEqual([
    '@tensorflow/tfjs-core',
    'webgpu',
    '@tensorflow/tfjs-backend-webgpu',
  ]);
  if (prepared.description.endsWith('imitated by the processor')) {
    expect((await prepareBackend('auto', { project })).name).not.toBe('webgpu');
  }
});

test.skipIf(obstacle !== undefined)('doctor measures webgpu', async () => {
  const { backends } = await diagnose({ project, backends: ['webgpu'] });
  expect(backends).toMatchObject([{ name: 'webgpu', loads: true }]);
});
