import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { integerPower } from '../../random/power.ts';
import { adam } from './adam.ts';
import { commonOptions, commonParts } from './common-options.ts';
import '../optimizer.ts';

/**
 * Adam with the largest recent gradient in place of the root of the mean square.
 * `m ← β₁ m + (1 − β₁) g`, `u ← max(β₂ u, |g|)`, `w ← w − learningRate / (1 − β₁ᵗ) · m / (u + ε)`.
 * ε is added to u, as in TensorFlow (PyTorch: to |g|; the paper has none).
 */
export const adamax = defineComponent({
  kind: 'optimizer',
  type: 'adamax',
  summary: 'Adam with the largest recent gradient in place of the root of the mean square.',
  when: 'Where gradients are sparse or now and then very large, which it forgets slowly.',
  formula:
    'm ← beta1 m + (1 − beta1) g; u ← max(beta2 u, |g|); w ← w − learningRate / (1 − beta1^t) · m / (u + epsilon)',
  source: 'Kingma and Ba, "Adam: a method for stochastic optimization", 2014, section 7.1',
  options: {
    beta1: adam.options.beta1,
    beta2: { ...adam.options.beta2, description: 'How much of the largest gradient stays.' },
    epsilon: {
      ...adam.options.epsilon,
      description: 'Added to the largest gradient, against division by zero.',
      reason: 'the default of TensorFlow.js',
    },
    ...commonOptions(0.002, 'the choice of the paper'),
  },
  example: { learningRate: 0.002 },
  build: (options, context) => ({
    ...commonParts(options, context),
    slots: { mean: 0, largest: 0 },
    update({ variable, gradient, slots, learningRate, step }) {
      const { beta1, beta2, epsilon } = options;
      const mean = tf.add(tf.mul(slots.mean!, beta1), tf.mul(gradient, 1 - beta1));
      const largest = tf.maximum(tf.mul(slots.largest!, beta2), tf.abs(gradient));
      const rate = learningRate / (1 - integerPower(beta1, step));
      const direction = tf.div(mean, tf.add(largest, epsilon));
      return { variable: tf.sub(variable, tf.mul(direction, rate)), slots: { mean, largest } };
    },
    updateInPlace(kernels, { variable, gradient, slots, size, learningRate, step }) {
      const { beta1, beta2, epsilon } = options;
      const rates = [
        learningRate / (1 - integerPower(beta1, step)),
        beta1,
        1 - beta1,
        beta2,
        epsilon,
      ] as const;
      kernels.adamax(variable, gradient, slots.mean!, slots.largest!, size, ...rates);
    },
  }),
});
