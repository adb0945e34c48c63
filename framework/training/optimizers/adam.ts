import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { integerPower } from '../../random/power.ts';
import { commonOptions, commonParts } from './common-options.ts';
import '../optimizer.ts';

/**
 * Momentum divided by the recent size of the gradient, both corrected for their start at zero.
 * `m ← β₁ m + (1 − β₁) g`, `v ← β₂ v + (1 − β₂) g²`, `w ← w − learningRate · m̂ / (√v̂ + ε)` with
 * `m̂ = m / (1 − β₁ᵗ)`, `v̂ = v / (1 − β₂ᵗ)`. ε stands outside the root, as in the paper.
 */
export const adam = defineComponent({
  kind: 'optimizer',
  type: 'adam',
  summary: 'Momentum divided by the recent size of the gradient, both corrected for their start at zero.',
  when: 'The first choice: it learns on most problems without tuning. With weightDecay it is AdamW.',
  formula:
    'm ← beta1 m + (1 − beta1) g; v ← beta2 v + (1 − beta2) g²; w ← w − learningRate · (m / (1 − beta1^t)) / (√(v / (1 − beta2^t)) + epsilon)',
  source: 'Kingma and Ba, "Adam: a method for stochastic optimization", 2014',
  options: {
    beta1: Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0.9,
      description: 'How much of the mean gradient stays.',
      reason: 'the choice of the paper',
    }),
    beta2: Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0.999,
      description: 'How much of the mean square stays.',
      reason: 'the choice of the paper',
    }),
    epsilon: Type.Number({
      exclusiveMinimum: 0,
      default: 1e-7,
      description: 'Added to the root, against division by zero.',
      reason: 'the default of TensorFlow.js; the paper has 1e-8',
    }),
    ...commonOptions(0.001, 'the choice of the paper; small networks bear 0.01'),
  },
  example: { learningRate: 0.01 },
  build(options, context) {
    const { beta1, beta2, epsilon } = options;
    // The corrections are numbers, so they go where one operation carries both:
    // lr · m̂ / (√v̂ + ε) = (lr · √c₂ / c₁) · m / (√v + ε √c₂), with c the two denominators of the formula.
    const corrected = (learningRate: number, step: number) => {
      const root = Math.sqrt(1 - integerPower(beta2, step));
      return { rate: (learningRate * root) / (1 - integerPower(beta1, step)), offset: epsilon * root };
    };
    return {
      ...commonParts(options, context),
      slots: { mean: 0, meanSquare: 0 },
      update({ variable, gradient, slots, learningRate, step }) {
        const mean = tf.add(tf.mul(slots.mean!, beta1), tf.mul(gradient, 1 - beta1));
        const meanSquare = tf.add(tf.mul(slots.meanSquare!, beta2), tf.mul(tf.square(gradient), 1 - beta2));
        const { rate, offset } = corrected(learningRate, step);
        const direction = tf.div(mean, tf.add(tf.sqrt(meanSquare), offset));
        return { variable: tf.sub(variable, tf.mul(direction, rate)), slots: { mean, meanSquare } };
      },
      updateInPlace(kernels, { variable, gradient, slots, size, learningRate, step }) {
        const { rate, offset } = corrected(learningRate, step);
        const rates = [rate, beta1, 1 - beta1, beta2, 1 - beta2, offset] as const;
        kernels.adam(variable, gradient, slots.mean!, slots.meanSquare!, size, ...rates);
      },
    };
  },
});
