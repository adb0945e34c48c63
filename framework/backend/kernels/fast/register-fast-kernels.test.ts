import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import { kernelFolder } from './kernel-folder.ts';
import { KERNEL_FILES, type KernelMode } from './kernel-module.ts';
import { startFastKernels } from './on-both-backends.ts';
import { fastKernels, kernelMachine, registerFastKernels } from './register-fast-kernels.ts';

const folder = kernelFolder();

beforeAll(async () => {
  await startFastKernels();
});

afterEach(() => {
  tf.disposeVariables();
});

describe('registering', () => {
  test('twice, or with the other mode, keeps what was there before for other cases', async () => {
    for (const mode of ['reproducible', 'fast', 'reproducible'] as const) {
      const status = await registerFastKernels({ mode, folder });
      expect(status.mode).not.toBeNull();
      // A sum over an axis in the middle, and a product of batches that are broadcast, are none of ours.
      const sums = tf.tidy(() => tf.sum(tf.ones([2, 3, 2]), 1).dataSync());
      expect([...sums]).toEqual([3, 3, 3, 3]);
      const parts = tf.tidy(() => tf.slice(tf.tensor1d(['a', 'b']), 1, 1).dataSync());
      expect([...parts]).toEqual(['b']);
    }
  });

  test('the mode fast says why where the engine has no relaxed SIMD', async () => {
    const status = await registerFastKernels({ mode: 'fast', folder });
    const relaxed = Number(process.versions.node.split('.')[0]) >= 22;
    const shortfall = `The mode fast needs relaxed SIMD, which Node.js has from version 22 on; this is ${process.version}. The mode reproducible computes instead.`;
    expect(status).toEqual(relaxed ? { mode: 'fast', shortfall: null } : { mode: 'reproducible', shortfall });
    await registerFastKernels({ mode: 'reproducible', folder });
  });

  test('without the modules says so, and the kernels before compute', async () => {
    const nowhere = join(folder, 'nowhere');
    const missing = (mode: KernelMode) =>
      `The training kernels of the mode ${mode} do not start: ENOENT: no such file or directory, open '${join(nowhere, KERNEL_FILES[mode])}'.`;
    await startFastKernels('reproducible');
    expect(await registerFastKernels({ mode: 'fast', folder: nowhere })).toEqual({
      mode: 'reproducible',
      shortfall: `${missing('fast')} The mode reproducible computes instead.`,
    });

    await restartBackend();
    expect(await registerFastKernels({ mode: 'reproducible', folder: nowhere })).toEqual({
      mode: null,
      shortfall: `${missing('reproducible')} The kernels of TensorFlow.js compute instead, which train slowly.`,
    });
    expect(kernelMachine()).toBeUndefined();
    const { step } = network();
    const first = step();
    for (let count = 0; count < 20; count++) step();
    expect(step()).toBeLessThan(first);
    await startFastKernels();
  });

  test('on another backend is refused', async () => {
    await tf.setBackend('cpu');
    await expect(registerFastKernels({ mode: 'fast', folder })).rejects.toThrow(
      new Error('the backend is cpu, not wasm'),
    );
    expect(kernelMachine()).toBeUndefined();
    await tf.setBackend('wasm');
  });

  test('covers each operation once', () => {
    const names = fastKernels.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** Another instance of the backend wasm, on a heap of its own, which knows nothing of our kernels. */
async function restartBackend(): Promise<void> {
  const factory = tf.findBackendFactory('wasm');
  tf.disposeVariables();
  tf.removeBackend('wasm');
  tf.registerBackend('wasm', factory);
  await tf.setBackend('wasm');
}

/** A small network with a convolution, a pool and a dense layer, and a function that makes one training step. */
function network(): { readonly weights: readonly tf.Variable[]; step(): number } {
  const normal = (shape: number[], seed: number) =>
    tf.variable(tf.randomNormal(shape, 0, 0.3, 'float32', seed));
  const weights = [normal([3, 3, 1, 5], 1), normal([5], 2), normal([80, 3], 3), normal([3], 4)];
  const [filter, filterBias, kernel, bias] = weights as [tf.Variable<tf.Rank.R4>, tf.Variable, tf.Variable<tf.Rank.R2>, tf.Variable]; // prettier-ignore
  const x = tf.keep(tf.randomNormal<tf.Rank.R4>([6, 8, 8, 1], 0, 1, 'float32', 5));
  const y = tf.keep(tf.oneHot(tf.tensor1d([0, 1, 2, 0, 1, 2], 'int32'), 3));
  const optimizer = tf.train.adam(0.01);
  const loss = () => {
    const pixels = tf.relu(tf.add(tf.conv2d(x, filter, 1, 'same'), filterBias)) as tf.Tensor4D;
    const scores = tf.add(tf.matMul(tf.maxPool(pixels, 2, 2, 'valid').reshape([6, 80]), kernel), bias);
    return tf.losses.softmaxCrossEntropy(y, scores).asScalar();
  };
  return {
    weights,
    step: () => tf.tidy(() => optimizer.minimize(loss, true, weights)!.dataSync()[0]!),
  };
}

describe('training', () => {
  test('has gradients that agree with finite differences', () => {
    const normal = (shape: number[], seed: number) => tf.randomNormal(shape, 0, 0.5, 'float32', seed);
    const x = normal([3, 7, 6, 2], 1) as tf.Tensor4D;
    const y = tf.oneHot(tf.tensor1d([0, 1, 2], 'int32'), 3);
    const start = [normal([3, 3, 2, 8], 2), normal([8], 3), normal([3, 3, 8, 8], 4), normal([96, 3], 5), normal([3], 6)]; // prettier-ignore
    const loss = (...[first, bias, second, kernel, offset]: tf.Tensor[]) => {
      const edges = tf.tanh(tf.add<tf.Tensor4D>(tf.conv2d(x, first as tf.Tensor4D, 1, 'same'), bias!));
      const parts = tf.sigmoid(tf.conv2d(edges, second as tf.Tensor4D, 1, 'same'));
      const pooled = tf.avgPool(parts, 2, 2, 'same').reshape([3, 96]);
      const scores = tf.add(tf.matMul(pooled, kernel!), offset!);
      return tf.losses.softmaxCrossEntropy(y, scores).asScalar();
    };
    const gradients = tf
      .grads(loss)(start)
      .map((gradient) => gradient.dataSync());
    const step = 1 / 64;
    start.forEach((weight, at) => {
      for (let index = 0; index < weight.size; index += Math.ceil(weight.size / 7)) {
        const [above, below] = [step, -step].map((change) =>
          tf.tidy(() => {
            const moved = weight.add(tf.oneHot(tf.tensor1d([index], 'int32'), weight.size).reshape(weight.shape).mul(change)); // prettier-ignore
            return loss(...start.map((other) => (other === weight ? moved : other))).dataSync()[0]!;
          }),
        ) as [number, number];
        expect(gradients[at]![index], `weight ${at}, element ${index}`).toBeCloseTo(
          (above - below) / (2 * step),
          3,
        );
      }
    });
    tf.dispose([x, y, ...start]);
  });

  test('1,000 steps leave neither tensors nor memory behind', () => {
    const { step } = network();
    const first = step();
    const backend = tf.backend() as tf.KernelBackend & { numDataIds(): number };
    const before = [
      tf.memory().numTensors,
      backend.numDataIds(),
      kernelMachine()!.heap.memory.buffer.byteLength,
    ];
    let last = first;
    for (let count = 0; count < 1000; count++) last = step();
    const after = [
      tf.memory().numTensors,
      backend.numDataIds(),
      kernelMachine()!.heap.memory.buffer.byteLength,
    ];
    expect(after).toEqual(before);
    expect(last).toBeLessThan(first / 10);
  });

  test('goes on with the same bits when the heap grows between steps', () => {
    const calm = losses(() => undefined);
    const held: tf.Tensor[] = [];
    const { memory } = kernelMachine()!.heap;
    const before = memory.buffer;
    const grown = losses(() => held.push(tf.zeros([3 << 20])));
    expect(memory.buffer).not.toBe(before);
    expect(before.byteLength).toBe(0);
    expect(grown).toEqual(calm);
    tf.dispose(held);
  });

  test.each(['reproducible', 'fast'] as const satisfies KernelMode[])(
    'with %s kernels agrees with the cpu backend',
    async (mode) => {
      await registerFastKernels({ mode, folder });
      const received = losses(() => undefined);
      await tf.setBackend('cpu');
      const expected = losses(() => undefined);
      await tf.setBackend('wasm');
      await registerFastKernels({ mode: 'reproducible', folder });
      received.forEach((loss, index) => {
        expect(loss).toBeCloseTo(expected[index]!, 4);
      });
    },
  );
});

function losses(between: () => void): number[] {
  const { step } = network();
  return Array.from({ length: 10 }, () => {
    between();
    return step();
  });
}
