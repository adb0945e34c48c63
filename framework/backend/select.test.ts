import { createRequire } from 'node:module';
import util from 'node:util';
import * as tf from '#tensorflow';
import { afterEach, expect, test, vi } from 'vitest';
import { BackendError } from './backend.ts';
import { fakeProject } from './fake-project.ts';
import { prepareBackend } from './select.ts';

const { resolve } = createRequire(import.meta.url);

/** A package with its own copy of TensorFlow.js's core, as tfjs-node has, whose backend is the cpu's. */
function nativePackage(gpu: boolean): { source: string } {
  return {
    source: `
      if (!require('util').isNullOrUndefined(null)) throw new Error('isNullOrUndefined is wrong');
      const tf = require(${JSON.stringify(resolve('@tensorflow/tfjs-core'))});
      require(${JSON.stringify(resolve('@tensorflow/tfjs-backend-cpu'))});
      tf.copyRegisteredKernels('cpu', 'tensorflow');
      tf.registerBackend('tensorflow', () =>
        Object.assign(tf.findBackendFactory('cpu')(), { isUsingGpuDevice: ${gpu} }));`,
  };
}

/** A package webgpu whose adapter is the given expression; it registers no backend. */
function dawn(adapter: string): Record<string, { source: string; version?: string; module?: boolean }> {
  const source = `
    export const globals = {};
    export const create = () => ({ requestAdapter: async () => (${adapter}) });`;
  return {
    webgpu: { source, version: '0.6.2', module: true },
    '@tensorflow/tfjs-backend-webgpu': { source: '' },
  };
}

async function messageOf(...call: Parameters<typeof prepareBackend>): Promise<string> {
  const error: unknown = await prepareBackend(...call).then(
    ({ name }) => new Error(`${name} loads`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BackendError);
  return (error as BackendError).message;
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('wasm is the default; preparing again, and another between, is fine and silent', async () => {
  const consoles = (['log', 'info', 'warn', 'error'] as const).map((method) =>
    vi.spyOn(console, method).mockReturnValue(),
  );
  const handlers = () => [
    process.listenerCount('uncaughtException'),
    process.listenerCount('unhandledRejection'),
  ];
  const before = handlers();
  const first = await prepareBackend();
  expect(first).toEqual({
    name: 'wasm',
    description: 'WebAssembly with SIMD, one thread',
    mode: 'reproducible',
    shortfall: null,
    versions: { '@tensorflow/tfjs-core': '4.22.0', '@tensorflow/tfjs-backend-wasm': '4.22.0' },
  });
  expect(tf.getBackend()).toBe('wasm');
  expect(await prepareBackend('cpu')).toEqual({
    name: 'cpu',
    description: 'plain JavaScript, for comparisons',
    mode: null,
    shortfall: null,
    versions: { '@tensorflow/tfjs-core': '4.22.0', '@tensorflow/tfjs-backend-cpu': '4.22.0' },
  });
  expect(tf.getBackend()).toBe('cpu');
  expect(tf.tidy(() => tf.ones([2]).sum().dataSync())).toEqual(Float32Array.of(2));
  expect(await prepareBackend('wasm')).toEqual(first);
  expect(handlers()).toEqual(before);
  for (const method of consoles) expect(method).not.toHaveBeenCalled();
});

test('a missing package: the message says how to install it', async () => {
  const project = fakeProject({});
  expect(await messageOf('tensorflow', { project })).toBe(
    'The backend tensorflow needs the package @tensorflow/tfjs-node, which is not installed. ' +
      'Install it in your project with: npm install @tensorflow/tfjs-node@4.22.0',
  );
  expect(await messageOf('webgpu', { project })).toBe(
    'The backend webgpu needs the packages webgpu and @tensorflow/tfjs-backend-webgpu, which are not installed. ' +
      'Install them in your project with: npm install webgpu @tensorflow/tfjs-backend-webgpu@4.22.0',
  );
});

test('a package that throws on loading: the first line of its complaint', async () => {
  const source = `throw new Error('libtensorflow.so.2 cannot be found\\nand much more');`;
  const project = fakeProject({ '@tensorflow/tfjs-node-gpu': { source } });
  expect(await messageOf('tensorflow-gpu', { project })).toBe(
    'The package @tensorflow/tfjs-node-gpu 4.22.0 is installed but does not load: ' +
      'libtensorflow.so.2 cannot be found. ' +
      "Install it again where its installer may download TensorFlow's library, or use the backend wasm.",
  );
});

test('a package of another version of TensorFlow.js is refused before it runs', async () => {
  const source = 'process.exit(9)';
  const project = fakeProject({ '@tensorflow/tfjs-node': { source, version: '3.9.0' } });
  expect(await messageOf('tensorflow', { project })).toBe(
    'The backend tensorflow needs @tensorflow/tfjs-node in version 4.22.0, but version 3.9.0 is installed. ' +
      'Install it in your project with: npm install @tensorflow/tfjs-node@4.22.0',
  );
});

test('webgpu without a driver', async () => {
  expect(await messageOf('webgpu', { project: fakeProject(dawn('null')) })).toBe(
    'WebGPU finds no GPU: no driver for Vulkan, Metal or Direct3D 12 answers. ' +
      'Install or update the driver of your graphics card, or use the backend wasm.',
  );
});

test('auto passes over what is missing, broken or imitated by the processor', async () => {
  const adapter = `{ info: { vendor: 'google', architecture: 'swiftshader', description: '' } }`;
  const project = fakeProject({
    ...dawn(adapter),
    '@tensorflow/tfjs-node': { source: `throw new Error('broken')` },
  });
  expect((await prepareBackend('auto', { project })).name).toBe('wasm');
  expect(await messageOf('webgpu', { project })).toBe(
    'The packages of webgpu load, but register no backend with TensorFlow.js. ' +
      'Install or update the driver of your graphics card, or use the backend wasm.',
  );
});

test('a backend with a copy of the core of its own trains, and what Node 23 removed is there', async () => {
  const utilities = util as { isNullOrUndefined?: unknown };
  delete utilities.isNullOrUndefined;
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const project = fakeProject({
    '@tensorflow/tfjs-node': nativePackage(false),
    '@tensorflow/tfjs-node-gpu': nativePackage(false),
  });
  expect(await prepareBackend('auto', { project: fakeProject({}) })).toMatchObject({ name: 'wasm' });
  expect(await prepareBackend('tensorflow', { project })).toEqual({
    name: 'tensorflow',
    description: "TensorFlow's C library on the processor",
    mode: null,
    shortfall: null,
    versions: { '@tensorflow/tfjs-core': '4.22.0', '@tensorflow/tfjs-node': '4.22.0' },
  });

  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [6, 6, 1], filters: 2, kernelSize: 3, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 1 }),
    ],
  });
  const inputs = tf.randomNormal([8, 6, 6, 1], 0, 1, 'float32', 1);
  const targets = inputs.mean([1, 2]);
  const optimizer = tf.train.adam(0.05);
  const step = () =>
    tf.tidy(
      () =>
        optimizer
          .minimize(() => tf.losses.meanSquaredError(targets, model.apply(inputs) as tf.Tensor), true)!
          .dataSync()[0]!,
    );
  const first = step();
  for (let more = 0; more < 30; more++) step();
  expect(step()).toBeLessThan(first / 2);
  expect(tf.memory().numTensors).toBeGreaterThan(0);
  expect(warn).not.toHaveBeenCalled();

  expect(await messageOf('tensorflow-gpu', { project })).toBe(
    'This process has already loaded @tensorflow/tfjs-node, and @tensorflow/tfjs-node-gpu cannot be loaded beside it. ' +
      'Start a new process for the other backend.',
  );
});
