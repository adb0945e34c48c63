import * as tf from '#tensorflow';
import { describe, expect, it } from 'vitest';
import { createStream } from '../../random/stream.ts';
import { tensorValue, TensorValue } from './codec/tensor-value.ts';
import { StudentHandle } from './handle.ts';
import { rebuildModel } from './rebuild-model.ts';
import { testSubmissions } from './test-submissions.ts';

const { open, outcome, pool } = testSubmissions({
  backend: 'wasm',
  limits: { callMilliseconds: 20_000 },
});

describe('tensors', () => {
  it('go in and come back with dtype, shape and elements', async () => {
    const submission = await open(
      "import { tf } from 'descent';\nexport const f = (x: tf.Tensor) => ({ x, square: x.square(), positive: x.greater(1).toInt(), bool: x.less(2) });",
    );
    const x = tensorValue([1, 2, 3, 4], [2, 2]);
    expect(await submission.call('f', [x])).toEqual({
      x,
      square: tensorValue([1, 4, 9, 16], [2, 2]),
      positive: tensorValue([0, 1, 1, 1], [2, 2], 'int32'),
      bool: tensorValue([1, 0, 0, 0], [2, 2], 'bool'),
    });
  });

  it('may be passed as tensors of the tests own TensorFlow.js', async () => {
    tf.enableProdMode();
    await tf.setBackend('cpu');
    const backed = tf.tensor([1, -1]).greater(0).toInt(); // by a Uint8Array
    expect(await outcome('export const f = (x: unknown) => x;', [backed])).toMatchObject({
      value: new TensorValue('int32', [2], Int32Array.of(1, 0)),
    });
  });

  it('are uploaded once, referred to often, and fresh for each call', async () => {
    const submission = await open(
      'export const f = (x: { rows: number[]; t: { id: number } }) => [x.rows.push(1), x.t.id];\nexport const end = () => process.exit(0);',
    );
    const data = await submission.upload('data', { rows: [1, 2], t: tensorValue([1, 2, 3]) });
    const [length, id] = (await submission.call('f', [data])) as number[];
    expect([length, id]).toEqual([3, expect.any(Number)]);
    expect(await submission.call('f', [data])).toEqual([3, id]);
    const tensors = await submission.tensorCount();
    expect(await submission.call('f', [data])).toEqual([3, id]);
    expect(await submission.tensorCount()).toBe(tensors);

    // A fresh process gets them again.
    expect(await submission.attempt('end')).toMatchObject({ state: 'exited', code: 0 });
    expect(((await submission.call('f', [data])) as number[])[0]).toBe(3);
  });
});

describe('argument tensors', () => {
  it('stay for code that keeps them, are freed when they become many, and count as no leak', async () => {
    const submission = await open(`
      import { tf } from 'descent';
      let kept: tf.Tensor;
      export const keep = (x: tf.Tensor) => { kept = x; };
      export const sum = () => kept.sum();
      export const f = (x: tf.Tensor) => x.size;`);
    const before = await submission.tensorCount();
    await submission.call('keep', [tensorValue([1, 2])]);
    expect(await submission.call('sum')).toEqual(tensorValue([3], []));
    // The sum itself is the only one left.
    expect(await submission.tensorCount()).toBe(before + 1);
    const large = tensorValue(new Float32Array(6_000_000));
    for (let call = 0; call < 40; call++) expect(await submission.call('f', [large])).toBe(6_000_000);
    expect(await submission.tensorCount()).toBe(before + 1);
  });
});

describe('handles', () => {
  const source = `import { tf } from 'descent';
    export class Perceptron {
      weights = [0, 0]; readonly rate: number;
      constructor(rate: number) { this.rate = rate; }
      train(x: number) { this.weights[0] = x * this.rate; return this; }
    }
    export const total = (p: Perceptron) => p.weights[0] + 1;
    export const adder = (a: number) => (b: number) => a + b;
    export const optimizer = () => tf.train.sgd(0.1);
    export function buildModel() {
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], kernelInitializer: 'ones' })] });
      model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });
      return model;
    }`;

  it('stand for instances, whose methods and properties are asked', async () => {
    const submission = await open(source);
    const perceptron = await submission.construct('Perceptron', [0.5]);
    expect([perceptron.kind, perceptron.name]).toEqual(['object', 'Perceptron']);
    const same = await perceptron.call('train', 4);
    expect(same).toBeInstanceOf(StudentHandle);
    expect((same as StudentHandle).number).toBe(perceptron.number);
    expect(await perceptron.get('weights')).toEqual([2, 0]);
    expect(await submission.call('total', [perceptron])).toBe(3);
    await expect(perceptron.call('learn')).rejects.toHaveProperty(
      'message',
      'Perceptron.learn is no function',
    );
    await perceptron.release();
    await expect(perceptron.get('weights')).rejects.toHaveProperty(
      'message',
      'Perceptron.weights threw RangeError: there is no handle 1',
    );
  });

  it('are missing when a class brings something else', async () => {
    const submission = await open('export class C { constructor() { return { a: 1 }; } }');
    await expect(submission.construct('C')).rejects.toHaveProperty(
      'message',
      'new C() brought a plain value, where an instance is expected',
    );
  });

  it('stand for functions and optimizers', async () => {
    const submission = await open(source);
    const adder = await submission.call('adder', [2]);
    expect(await (adder as StudentHandle).apply(3)).toBe(5);
    expect(await submission.call('optimizer')).toMatchObject({ kind: 'optimizer', name: 'SGD' });
  });

  it('stand for models, which predict here or, rebuilt, in a clean process', async () => {
    const submission = await open(source);
    const model = (await submission.call('buildModel')) as StudentHandle;
    expect(model.kind).toBe('model');
    const x = tensorValue([1, 2, 3], [1, 3]);
    const expected = tensorValue([6, 6], [1, 2]);
    expect(await model.predict(x)).toEqual(expected);

    const rebuilt = await rebuildModel(await model.export(), pool);
    expect(await rebuilt.predict(x)).toEqual(expected);
    await rebuilt.close();
  });

  it('are gone with their process', async () => {
    const submission = await open(`${source}\nexport const end = () => process.exit(0);`);
    const adder = (await submission.call('adder', [2])) as StudentHandle;
    await submission.attempt('end');
    await expect(adder.apply(3)).rejects.toHaveProperty(
      'message',
      'function is gone: your program ended or was stopped in an earlier call',
    );
  });
});

describe('honest work', () => {
  it('trains a model with fit, awaits timers, draws from streams', async () => {
    const submission = await open(`
      import { tf, createStream } from 'descent';
      export async function train(x: tf.Tensor2D, y: tf.Tensor2D): Promise<number[]> {
        const model = tf.sequential();
        model.add(tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: 'zeros' }));
        model.compile({ loss: 'meanSquaredError', optimizer: tf.train.sgd(0.1) });
        const { history } = await model.fit(x, y, { epochs: 5, shuffle: false, verbose: 0 });
        return history.loss as number[];
      }
      export const draw = (seed: number) => createStream(seed).derive('a').uniform();
      export const wait = () => new Promise((resolve) => setTimeout(() => resolve('waited'), 20));`);
    const x = tensorValue([-1, 0, 1, 2], [4, 1]);
    const losses = (await submission.call('train', [x, x])) as number[];
    expect(losses).toHaveLength(5);
    losses.slice(1).forEach((loss, epoch) => {
      expect(loss).toBeLessThan(losses[epoch]!);
    });
    expect(await submission.call('draw', [7])).toBe(createStream(7).derive('a').uniform());
    expect(await submission.call('wait')).toBe('waited');
  });
});

describe('a fixture', () => {
  it('is a function of the tests that the student can differentiate', async () => {
    const submission = await open(
      "import { tf } from 'descent';\nexport const gradient = (f: (x: tf.Tensor) => tf.Scalar, x: tf.Tensor) => tf.grad(f)(x);",
    );
    const { loss, minimum } = await submission.fixture(
      'export const loss = (x: any) => x.square().sum();\nexport const minimum = 0;',
    );
    expect(minimum).toBe(0);
    expect(await submission.call('gradient', [loss, tensorValue([1, 2])])).toEqual(tensorValue([2, 4]));
  });
});

it('more memory than there is ends the process, whether V8 throws or gives up', async () => {
  expect(await outcome('export const f = () => new ArrayBuffer(2 ** 46);')).toMatchObject({
    state: 'out of memory',
    sentence: 'out of memory (512 MB) in f',
  });
});
