import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { commonOptions, commonParts } from './common-options.ts';
import '../optimizer.ts';

/**
 * Makes every step as long as recent steps were, relative to the recent size of the gradient.
 * `s ← decay · s + (1 − decay) · g²`, `d = g · √(u + ε) / √(s + ε)`, `u ← decay · u + (1 − decay) · d²`,
 * `w ← w − learningRate · d`. ε stands inside both roots, as in the paper, TensorFlow and PyTorch.
 */
export const adadelta = defineComponent({
  kind: 'optimizer',
  type: 'adadelta',
  summary: 'Makes every step as long as recent steps were, relative to the recent size of the gradient.',
  when: 'Where no learning rate is known: it finds its own, but takes long to start. Mostly of historical interest.',
  formula:
    's ← decay · s + (1 − decay) · g²; d = g · √(u + epsilon) / √(s + epsilon); u ← decay · u + (1 − decay) · d²; w ← w − learningRate · d',
  source: 'Zeiler, "ADADELTA: an adaptive learning rate method", 2012',
  options: {
    decay: Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0.95,
      description: 'How much of the mean squares stays.',
      reason: 'the choice of the paper',
    }),
    epsilon: Type.Number({
      exclusiveMinimum: 0,
      default: 1e-6,
      description: 'Added inside both roots; its root over that of the first gradient is the first step.',
      reason: 'the choice of the paper; with the 1e-7 of TensorFlow.js it starts more slowly still',
    }),
    ...commonOptions(1, 'the paper has none; TensorFlow.js and Keras have 0.001, which hardly moves'),
  },
  example: {},
  build(options, context) {
    const { decay, epsilon } = options;
    const average = (before: tf.Tensor, value: tf.Tensor) =>
      tf.add(tf.mul(before, decay), tf.mul(tf.square(value), 1 - decay));
    return {
      ...commonParts(options, context),
      slots: { meanSquare: 0, meanSquareStep: 0 },
      update({ variable, gradient, slots, learningRate }) {
        const meanSquare = average(slots.meanSquare!, gradient);
        const ratio = tf.div(tf.add(slots.meanSquareStep!, epsilon), tf.add(meanSquare, epsilon));
        const step = tf.mul(gradient, tf.sqrt(ratio));
        return {
          variable: tf.sub(variable, tf.mul(step, learningRate)),
          slots: { meanSquare, meanSquareStep: average(slots.meanSquareStep!, step) },
        };
      },
      updateInPlace(kernels, { variable, gradient, slots, size, learningRate }) {
        const { meanSquare, meanSquareStep } = slots;
        const rates = [learningRate, decay, 1 - decay, epsilon] as const;
        kernels.adadelta(variable, gradient, meanSquare!, meanSquareStep!, size, ...rates);
      },
    };
  },
});
