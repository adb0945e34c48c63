import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { commonOptions, commonParts } from './common-options.ts';
import '../optimizer.ts';

/**
 * Divides every step by the recent size of its gradient. `s ← decay · s + (1 − decay) · g²`,
 * `v ← momentum · v + learningRate · g / √(s + ε)`, `w ← w − v`. ε stands inside the root, as in TensorFlow
 * (PyTorch: outside). Centered, the variance `s − m²` takes the place of s, with `m ← decay · m + (1 − decay) · g`.
 */
export const rmsprop = defineComponent({
  kind: 'optimizer',
  type: 'rmsprop',
  summary: 'Divides every step by the recent size of its gradient.',
  when: 'Where gradients of different weights differ in size, and for recurrent networks.',
  formula:
    's ← decay · s + (1 − decay) · g²; v ← momentum · v + learningRate · g / √(s + epsilon); w ← w − v; centered: s − m² for s, m ← decay · m + (1 − decay) · g',
  source: 'Tieleman and Hinton, lecture 6.5 of "Neural networks for machine learning", 2012',
  options: {
    decay: Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0.9,
      description: 'How much of the mean square stays.',
      reason: 'the choice of the lecture',
    }),
    momentum: Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0,
      description: 'How much of the velocity stays.',
      reason: 'the plain rule has none',
    }),
    epsilon: Type.Number({
      exclusiveMinimum: 0,
      default: 1e-7,
      description: 'Added inside the root, against division by zero.',
      reason: 'the default of TensorFlow.js',
    }),
    centered: Type.Boolean({
      default: false,
      description: 'Whether the mean gradient is subtracted, so that the step is divided by a deviation.',
      reason: 'needs one more slot and seldom helps',
    }),
    ...commonOptions(0.001, 'the default of Keras'),
  },
  example: { learningRate: 0.001 },
  build(options, context) {
    const { decay, momentum, epsilon, centered } = options;
    const average = (before: tf.Tensor, value: tf.Tensor) =>
      tf.add(tf.mul(before, decay), tf.mul(value, 1 - decay));
    return {
      ...commonParts(options, context),
      slots: { meanSquare: 0, ...(momentum > 0 && { velocity: 0 }), ...(centered && { mean: 0 }) },
      update({ variable, gradient, slots, learningRate }) {
        const meanSquare = average(slots.meanSquare!, tf.square(gradient));
        const mean = centered ? average(slots.mean!, gradient) : undefined;
        // Rounding may make the variance slightly negative.
        const size = mean ? tf.relu(tf.sub(meanSquare, tf.square(mean))) : meanSquare;
        const step = tf.div(tf.mul(gradient, learningRate), tf.sqrt(tf.add(size, epsilon)));
        const velocity = momentum > 0 ? tf.add(tf.mul(slots.velocity!, momentum), step) : undefined;
        return {
          variable: tf.sub(variable, velocity ?? step),
          slots: { meanSquare, ...(velocity && { velocity }), ...(mean && { mean }) },
        };
      },
      updateInPlace(kernels, { variable, gradient, slots, size, learningRate }) {
        const { meanSquare, mean = 0, velocity = 0 } = slots;
        const rates = [learningRate, decay, 1 - decay, momentum, epsilon] as const;
        kernels.rmsprop(variable, gradient, meanSquare!, mean, velocity, size, ...rates);
      },
    };
  },
});
