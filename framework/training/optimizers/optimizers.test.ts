import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../../backend/select.ts';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import type { Weight } from '../../model/model.ts';
import { createStream } from '../../random/stream.ts';
import { trainingComponents } from '../components.ts';
import { createUpdate } from '../update.ts';

const registry = createRegistry(trainingComponents);
type Written = { type: string } & Record<string, unknown>;
const optimizer = (written: Written) =>
  registry.build('optimizer', fillDefaults(registry, 'optimizer', written), { registry });
const weight = (name: string, values: number[]): Weight => ({
  name,
  variable: tf.variable(tf.tensor1d(values)),
  trainable: true,
  penalty: undefined,
});
const START = [1, -2, 0.5, 3];
/** A bowl that is steeper along some axes, with noise, as gradients of batches have. */
const noise = (step: number) => {
  const stream = createStream(11).derive(step);
  return tf.tensor1d(Float32Array.from(START, () => stream.normal()));
};
const bowl = (variable: tf.Tensor, step: number) => {
  const steep = tf.mul(tf.square(variable), [1, 0.1, 5, 2]);
  return tf.sum<tf.Scalar>(tf.add(steep, tf.mul(variable, noise(step))));
};

/** The weights after twenty steps. */
function path(written: Written, steps = 20): number[] {
  const part = optimizer(written);
  const target = weight('dense_1/kernel', START);
  const update = createUpdate([target], part);
  for (let step = 1; step <= steps; step++) {
    tf.tidy(() => {
      const gradient = tf.grad((at: tf.Tensor) => bowl(at, step))(target.variable);
      update.apply([gradient], part.learningRate, step);
    });
  }
  update.dispose();
  return [...target.variable.dataSync()];
}

function pathOfTensorFlow(reference: tf.Optimizer, steps = 20): number[] {
  const variable = tf.variable(tf.tensor1d(START));
  for (let step = 1; step <= steps; step++) reference.minimize(() => bowl(variable, step), false, [variable]);
  return [...variable.dataSync()];
}

beforeAll(() => prepareBackend('cpu'));

describe('every optimizer goes the way of TensorFlow.js', () => {
  const CASES: [Written, () => tf.Optimizer][] = [
    [{ type: 'sgd', learningRate: 0.05 }, () => tf.train.sgd(0.05)],
    [{ type: 'momentum', learningRate: 0.02 }, () => tf.train.momentum(0.02, 0.9)],
    [{ type: 'momentum', learningRate: 0.02, nesterov: true }, () => tf.train.momentum(0.02, 0.9, true)],
    [{ type: 'rmsprop', learningRate: 0.05 }, () => tf.train.rmsprop(0.05, 0.9, 0, 1e-7)],
    [{ type: 'rmsprop', learningRate: 0.05, momentum: 0.5 }, () => tf.train.rmsprop(0.05, 0.9, 0.5, 1e-7)],
    // The sign of its ε is wrong, which a small one hides.
    [
      { type: 'rmsprop', learningRate: 0.01, centered: true },
      () => tf.train.rmsprop(0.01, 0.9, 0, 1e-7, true),
    ],
    [{ type: 'adam', learningRate: 0.05 }, () => tf.train.adam(0.05, 0.9, 0.999, 1e-7)],
    [{ type: 'adam', learningRate: 0.05, epsilon: 0.1 }, () => tf.train.adam(0.05, 0.9, 0.999, 0.1)],
    [{ type: 'adagrad', learningRate: 0.5 }, () => tf.train.adagrad(0.5, 0.1)],
    [{ type: 'adamax', learningRate: 0.05 }, () => tf.train.adamax(0.05, 0.9, 0.999, 1e-7)],
  ];

  it.each(CASES)('%o', (written, reference) => {
    const expected = pathOfTensorFlow(reference());
    path(written).forEach((value, index) => {
      expect(Math.abs(value - expected[index]!)).toBeLessThan(1e-5);
    });
  });

  it('and centered rmsprop, other than TensorFlow.js, stays finite where the gradient does not change', () => {
    const part = optimizer({ type: 'rmsprop', centered: true });
    const target = weight('dense_1/kernel', START);
    const update = createUpdate([target], part);
    for (let step = 1; step <= 300; step++) {
      tf.tidy(() => {
        update.apply([tf.tensor1d([0, 1, 1e-3, -4])], 1e-6, step);
      });
    }
    expect([...target.variable.dataSync()].every(Number.isFinite)).toBe(true);

    // Of a gradient of 0 the wrong sign makes a root of −ε.
    const theirs = tf.variable(tf.tensor1d([1]));
    const reference = tf.train.rmsprop(1e-6, 0.9, 0, 1e-7, true);
    reference.minimize(() => tf.sum(tf.mul(theirs, 0)), false, [theirs]);
    expect(theirs.dataSync()[0]).toBeNaN();
  });
});

describe('optimizers that TensorFlow.js lacks, or computes otherwise', () => {
  const expectSame = (first: number[], second: number[]) => {
    first.forEach((value, index) => {
      expect(Math.abs(value - second[index]!)).toBeLessThan(1e-5);
    });
  };

  it('adadelta divides by the mean square that has seen the gradient, as in the paper', () => {
    const gradientAtStart = tf
      .grad((at: tf.Tensor) => bowl(at, 1))(tf.tensor1d(START))
      .dataSync();
    const expected = START.map((value, index) => {
      const gradient = gradientAtStart[index]!;
      return value - gradient * Math.sqrt(1e-6 / (0.05 * gradient ** 2 + 1e-6));
    });
    expectSame(path({ type: 'adadelta' }, 1), expected);
    // TensorFlow.js divides by the one before, so that its first step is the whole gradient.
    expectSame(
      pathOfTensorFlow(tf.train.adadelta(1, 0.95, 1e-6), 1),
      START.map((value, index) => value - gradientAtStart[index]!),
    );
  });

  it('adamw is adam with weightDecay', () => {
    const options = { learningRate: 0.05, weightDecay: 0.1 };
    expect(path({ type: 'adamw', ...options })).toEqual(path({ type: 'adam', ...options }));
    expect(path({ type: 'adamw', learningRate: 0.05 })).not.toEqual(
      path({ type: 'adam', learningRate: 0.05 }),
    );
  });

  it('nadam without look ahead at constant momentum would be adam: its first step is longer', () => {
    const first = (type: string) => path({ type, learningRate: 0.1, epsilon: 1e-12 }, 1);
    const momentum = (step: number) => 0.9 * (1 - 0.96 ** (step * 0.004) / 2);
    const [one, two] = [momentum(1), momentum(2)];
    // m = 0.1 g and √v̂ = |g|, so the length of the first step is that of the formula in the document comment.
    const length = 0.1 * ((two * 0.1) / (1 - one * two) + (1 - one) / (1 - one));
    first('nadam').forEach((value, index) => {
      expect(Math.abs(value - START[index]!)).toBeCloseTo(length, 5);
      expect(Math.abs(first('adam')[index]! - START[index]!)).toBeCloseTo(0.1, 5);
    });
  });

  it('nadam gives the same when a fresh part goes on at a later step', () => {
    const update = (part: ReturnType<typeof optimizer>, step: number) =>
      tf.tidy(() => {
        const slots = { mean: tf.tensor1d([0.2]), meanSquare: tf.tensor1d([0.3]) };
        const [variable, gradient] = [tf.tensor1d([1]), tf.tensor1d([0.5])];
        return [...part.update({ variable, gradient, slots, learningRate: 0.1, step }).variable.dataSync()];
      });
    const old = optimizer({ type: 'nadam' });
    for (let step = 1; step < 50; step++) update(old, step);
    expect(update(optimizer({ type: 'nadam' }), 50)).toEqual(update(old, 50));
  });

  it('ftrl without penalties is adagrad, whatever the initial weights', () => {
    expectSame(
      path({ type: 'ftrl', learningRate: 0.5 }),
      path({ type: 'adagrad', learningRate: 0.5, epsilon: 1e-16 }),
    );
  });

  it('ftrl makes weights exactly zero with l1, and smaller with l2', () => {
    const sparse = path({ type: 'ftrl', learningRate: 0.5, l1: 20 });
    expect(sparse.filter((value) => value === 0).length).toBeGreaterThan(0);
    const sizes = (l2: number) =>
      path({ type: 'ftrl', learningRate: 0.5, l2 }).reduce((sum, value) => sum + Math.abs(value), 0);
    expect(sizes(1)).toBeLessThan(sizes(0));
  });
});
