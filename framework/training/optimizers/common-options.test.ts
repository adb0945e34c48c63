import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../../backend/select.ts';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import type { Weight } from '../../model/model.ts';
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

beforeAll(() => prepareBackend('cpu'));

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

  it.each(registry.ofKind('optimizer').map(({ type }) => type))(
    'shrinks, clips and follows a schedule with %s, too',
    (type) => {
      const part = optimizer({
        type,
        clipGlobalNorm: 2,
        weightDecay: 0.5,
        schedule: { type: 'exponential' },
      });
      expect(part.clipping).toEqual({ value: null, norm: null, globalNorm: 2 });
      expect(part.weightDecay).toEqual({ strength: 0.5, exclude: ['bias', 'gamma', 'beta'] });
      expect(part.schedule.factor({ step: 0, epoch: 1, epochs: 2 })).toBe(0.95);
      // Without a gradient only the decay moves a weight, by learningRate · weightDecay of itself.
      const weights = [weight('dense_1/kernel', [2, -4]), weight('dense_1/bias', [3])];
      const update = createUpdate(weights, part);
      tf.tidy(() => {
        update.apply([tf.zeros([2]), tf.zeros([1])], 0.1, 1);
      });
      near(
        weights.map(({ variable }) => [...variable.dataSync()]),
        [[1.9, -3.8], [3]],
      );
      update.dispose();
    },
  );

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
