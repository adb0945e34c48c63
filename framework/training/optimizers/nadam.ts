import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { integerPower, power } from '../../random/power.ts';
import { adam } from './adam.ts';
import { commonOptions, commonParts } from './common-options.ts';
import '../optimizer.ts';

/**
 * Adam with Nesterov's look ahead, and a momentum that rises to β₁: `μᵗ = β₁ (1 − 0.96^(t · momentumDecay) / 2)`.
 * `m ← β₁ m + (1 − β₁) g`, `v ← β₂ v + (1 − β₂) g²`,
 * `m̂ = μᵗ⁺¹ m / (1 − μ¹ … μᵗ⁺¹) + (1 − μᵗ) g / (1 − μ¹ … μᵗ)`, `v̂ = v / (1 − β₂ᵗ)`,
 * `w ← w − learningRate · m̂ / (√v̂ + ε)`. As in PyTorch; Keras has a momentumDecay of 1.
 */
export const nadam = defineComponent({
  kind: 'optimizer',
  type: 'nadam',
  summary: "Adam with Nesterov's look ahead.",
  when: 'Where adam works but swings; often a little faster.',
  formula:
    'm and v as adam; w ← w − learningRate · (μ_(t+1) m / (1 − μ_1 … μ_(t+1)) + (1 − μ_t) g / (1 − μ_1 … μ_t)) / (√(v / (1 − beta2^t)) + epsilon), with μ_t = beta1 (1 − 0.96^(t · momentumDecay) / 2)',
  source: 'Dozat, "Incorporating Nesterov momentum into Adam", 2016',
  options: {
    beta1: adam.options.beta1,
    beta2: adam.options.beta2,
    epsilon: adam.options.epsilon,
    momentumDecay: Type.Number({
      minimum: 0,
      default: 0.004,
      description: 'How fast the momentum rises from half of beta1 to beta1.',
      reason: 'the choice of the paper and of PyTorch',
    }),
    ...commonOptions(0.002, 'the choice of PyTorch; small networks bear 0.01'),
  },
  example: { learningRate: 0.002 },
  build(options, context) {
    const { beta1, beta2, epsilon, momentumDecay } = options;
    const momentum = (step: number) => beta1 * (1 - power(0.96, step * momentumDecay) / 2);
    /** μ¹ … μᵗ by t. It follows from the step alone, so that a resumed run has the same. */
    const products = [1];
    const product = (step: number): number => {
      for (let next = products.length; next <= step; next++)
        products[next] = products[next - 1]! * momentum(next);
      return products[step]!;
    };
    /** The factors of m and of g in m̂. */
    const factors = (step: number) => ({
      ahead: momentum(step + 1) / (1 - product(step + 1)),
      now: (1 - momentum(step)) / (1 - product(step)),
    });
    return {
      ...commonParts(options, context),
      slots: { mean: 0, meanSquare: 0 },
      update({ variable, gradient, slots, learningRate, step }) {
        const mean = tf.add(tf.mul(slots.mean!, beta1), tf.mul(gradient, 1 - beta1));
        const meanSquare = tf.add(tf.mul(slots.meanSquare!, beta2), tf.mul(tf.square(gradient), 1 - beta2));
        const { ahead, now } = factors(step);
        const sum = tf.add(tf.mul(mean, ahead), tf.mul(gradient, now));
        const size = tf.add(tf.sqrt(tf.div(meanSquare, 1 - integerPower(beta2, step))), epsilon);
        const direction = tf.div(sum, size);
        return { variable: tf.sub(variable, tf.mul(direction, learningRate)), slots: { mean, meanSquare } };
      },
      updateInPlace(kernels, { variable, gradient, slots, size, learningRate, step }) {
        const { ahead, now } = factors(step);
        const rates = [learningRate, beta1, 1 - beta1, beta2, 1 - beta2, epsilon] as const;
        const corrections = [ahead, now, 1 - integerPower(beta2, step)] as const;
        kernels.nadam(variable, gradient, slots.mean!, slots.meanSquare!, size, ...rates, ...corrections);
      },
    };
  },
});
