import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { commonOptions, commonParts } from './common-options.ts';
import '../optimizer.ts';

/**
 * Divides every step by the size of all gradients so far. `G ← G + g²`, `w ← w − learningRate · g / √(G + ε)`.
 * ε stands inside the root and G starts at 0.1, as in TensorFlow (PyTorch: outside, and 0).
 */
export const adagrad = defineComponent({
  kind: 'optimizer',
  type: 'adagrad',
  summary: 'Divides every step by the size of all gradients so far.',
  when: 'For sparse inputs, as words, where rare ones should take large steps. Steps shrink for ever.',
  formula: 'G ← G + g², elementwise; w ← w − learningRate · g / √(G + epsilon)',
  source: 'Duchi, Hazan and Singer, "Adaptive subgradient methods", 2011',
  options: {
    initialAccumulator: Type.Number({
      minimum: 0,
      default: 0.1,
      description: 'Where G starts.',
      reason: 'keeps the first steps small; the default of TensorFlow',
    }),
    epsilon: Type.Number({
      exclusiveMinimum: 0,
      default: 1e-7,
      description: 'Added inside the root, against division by zero.',
      reason: 'the default of TensorFlow.js',
    }),
    ...commonOptions(0.01, 'the default of TensorFlow.js'),
  },
  example: { learningRate: 0.1 },
  build: (options, context) => ({
    ...commonParts(options, context),
    slots: { sumOfSquares: options.initialAccumulator },
    update({ variable, gradient, slots, learningRate }) {
      const sumOfSquares = tf.add(slots.sumOfSquares!, tf.square(gradient));
      const step = tf.div(tf.mul(gradient, learningRate), tf.sqrt(tf.add(sumOfSquares, options.epsilon)));
      return { variable: tf.sub(variable, step), slots: { sumOfSquares } };
    },
    updateInPlace(kernels, { variable, gradient, slots, size, learningRate }) {
      kernels.adagrad(variable, gradient, slots.sumOfSquares!, size, learningRate, options.epsilon);
    },
  }),
});
