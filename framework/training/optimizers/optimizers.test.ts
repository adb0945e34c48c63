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
  });
});

describe('what all optimizers have in common', () => {
  /** The step that sgd makes on two weights with given gradients. */
  const steps = (options: Record<string, unknown>, ...gradients: number[][]) => {
    const part = optimizer({ type: 'sgd', learningRate: 1, ...options });
    const weights = gradients.map((gradient, index) =>
      weight(
        index === 0 ? 'dense_1/kernel' : 'dense_1/bias',
        gradient.map(() => 10),
      ),
    );
    tf.tidy(() => {
      createUpdate(weights, part).apply(
        gradients.map((gradient) => tf.tensor1d(gradient)),
        1,
        1,
      );
    });
    return weights.map(({ variable }) => [...variable.dataSync()].map((value) => 10 - value));
  };
  const near = (actual: number[][], expected: number[][]) => {
    actual.flat().forEach((value, index) => {
      expect(value).toBeCloseTo(expected.flat()[index]!, 5);
    });
  };

  it('clips by value', () => {
    near(steps({ clipValue: 1 }, [3, -4], [0.5]), [[1, -1], [0.5]]);
  });

  it('clips the norm of every weight', () => {
    near(steps({ clipNorm: 1 }, [3, -4], [0.5]), [[0.6, -0.8], [0.5]]);
  });

  it('clips the norm of all together', () => {
    near(steps({ clipGlobalNorm: 6.5 }, [3, -4], [12]), [[1.5, -2], [6]]);
    near(steps({ clipGlobalNorm: 20 }, [3, -4], [12]), [[3, -4], [12]]);
    near(steps({ clipGlobalNorm: 1 }, [0, 0], [0]), [[0, 0], [0]]);
  });

  it('shrinks weights apart from the gradient, but neither biases nor what is excluded', () => {
    near(steps({ weightDecay: 0.01 }, [1], [1]), [[1.1], [1]]);
    near(steps({ weightDecay: 0.01, weightDecayExclude: ['kernel'] }, [1], [1]), [[1], [1.1]]);
  });

  it('leaves a weight without gradient alone, and leaks nothing', () => {
    const part = optimizer({ type: 'adam' });
    const weights = [weight('a/kernel', [1]), weight('b/kernel', [1])];
    const before = tf.memory().numTensors;
    const update = createUpdate(weights, part);
    tf.tidy(() => {
      update.apply([undefined, tf.tensor1d([1])], 0.1, 1);
    });
    near(
      weights.map(({ variable }) => [...variable.dataSync()]),
      [[1], [0.9]],
    );
    expect(weights[0]!.variable.dataSync()[0]).toBe(1);
    expect(update.slots().map(({ name }) => name)).toEqual([
      'a/kernel/mean',
      'a/kernel/meanSquare',
      'b/kernel/mean',
      'b/kernel/meanSquare',
    ]);
    update.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
