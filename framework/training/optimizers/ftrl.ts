import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { commonOptions, commonParts } from './common-options.ts';
import '../optimizer.ts';

/**
 * Follows the regularized leader: Adagrad with penalties that make weights exactly zero.
 * `n ← n + g²`, `z ← z + η g − (√n − √n before) w`, `w ← −shrink(z) / (√n + 2 η l2)`, with η the learning rate and
 * `shrink(z) = z − clip(z, ±η l1)`. This is TensorFlow's formula, times η so that the rate may change and be zero.
 *
 * Other than in TensorFlow z starts where the initial weights are its solution, `−√n w`, and not at 0, which would
 * throw away most of them in the first step.
 */
export const ftrl = defineComponent({
  kind: 'optimizer',
  type: 'ftrl',
  summary: 'Follows the regularized leader: adagrad with penalties that make weights exactly zero.',
  when: 'For linear models on very many sparse inputs, of which few should count. Without l1 and l2 it is adagrad.',
  formula:
    'n ← n + g²; z ← z + learningRate · g − (√n − √n before) · w; w ← −(z − clip(z, ±learningRate · l1)) / (√n + 2 · learningRate · l2); z starts at −√n · w',
  source: 'McMahan et al., "Ad click prediction: a view from the trenches", 2013',
  options: {
    l1: Type.Number({
      minimum: 0,
      default: 0,
      description: 'Strength of the penalty l1 · Σ |w|, which makes weights exactly zero.',
      reason: 'none; the point of it is to set it, from 0.001',
    }),
    l2: Type.Number({
      minimum: 0,
      default: 0,
      description: 'Strength of the penalty l2 · Σ w².',
      reason: 'none unless asked for',
    }),
    initialAccumulator: Type.Number({
      exclusiveMinimum: 0,
      default: 0.1,
      description: 'Where n starts.',
      reason: 'keeps the first steps small; the default of TensorFlow',
    }),
    ...commonOptions(0.01, 'as for adagrad'),
  },
  example: { learningRate: 0.1, l1: 0.001 },
  build: (options, context) => ({
    ...commonParts(options, context),
    // z + √n w instead of z: what the penalties hold back, which is 0 at the start whatever the weights.
    slots: { sumOfSquares: options.initialAccumulator, heldBack: 0 },
    update({ variable, gradient, slots, learningRate }) {
      const sumOfSquares = tf.add(slots.sumOfSquares!, tf.square(gradient));
      const root = tf.sqrt(sumOfSquares);
      const step = tf.mul(gradient, learningRate);
      const leader = tf.sub(tf.add(slots.heldBack!, step), tf.mul(root, variable));
      const margin = learningRate * options.l1;
      const shrunk = tf.sub(leader, tf.clipByValue(leader, -margin, margin));
      const next = tf.neg(tf.div(shrunk, tf.add(root, 2 * learningRate * options.l2)));
      return {
        variable: next,
        slots: { sumOfSquares, heldBack: tf.add(leader, tf.mul(root, next)) },
      };
    },
    updateInPlace(kernels, { variable, gradient, slots, size, learningRate }) {
      const { sumOfSquares, heldBack } = slots;
      const penalties = [learningRate * options.l1, 2 * learningRate * options.l2] as const;
      kernels.ftrl(variable, gradient, sumOfSquares!, heldBack!, size, learningRate, ...penalties);
    },
  }),
});
