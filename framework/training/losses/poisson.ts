import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { reduction } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** Rates below it count as it, so that no logarithm is infinite; the value of Keras. */
const SMALLEST_RATE = 1e-7;

/** How surprising a count is, given the rate of a Poisson process, but for a constant. `r − t ln r`, the mean over the outputs of a sample. */
export const poisson = defineComponent({
  kind: 'loss',
  type: 'poisson',
  summary: 'How surprising a count is, given the rate of a Poisson process, but for a constant.',
  when: 'Where the targets are counts of events: visits, clicks, decays. Do not transform such a target.',
  formula:
    'r − t ln r, with t the count and r the predicted rate; from log rates z it is e^z − t z; the mean over the outputs of a sample',
  source: 'Nelder and Wedderburn, "Generalized linear models", 1972',
  options: {
    output: Type.Union([Type.Literal('logRate'), Type.Literal('rate')], {
      default: 'logRate',
      description:
        'What the last layer gives: the logarithm of the rate (linear), or the rate itself (softplus). It is never guessed.',
      reason: 'any number is the logarithm of a rate, so no output is out of range',
    }),
    reduction,
  },
  example: { output: 'logRate' },
  build: ({ output, reduction }): LossPart => ({
    task: 'regression',
    head: 'numbers',
    targetEncoding: 'numbers',
    reduction,
    perSample: output === 'logRate' ? fromLogRates : fromRates,
    predictions: (outputs) => (output === 'logRate' ? tf.exp(outputs) : outputs),
  }),
});

const fromLogRates = (targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor =>
  tf.mean(tf.sub(tf.exp(outputs), tf.mul(targets, outputs)), -1);

function fromRates(targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor {
  const rates = tf.maximum(outputs, SMALLEST_RATE);
  return tf.mean(tf.sub(rates, tf.mul(targets, tf.log(rates))), -1);
}
