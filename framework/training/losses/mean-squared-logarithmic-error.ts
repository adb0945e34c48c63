import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { reduction } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** The mean square of the differences of the logarithms. `(ln(1 + prediction) − ln(1 + target))²`, the mean over the outputs of a sample. */
export const meanSquaredLogarithmicError = defineComponent({
  kind: 'loss',
  type: 'meanSquaredLogarithmicError',
  summary: 'The mean square of the differences of the logarithms.',
  when: 'For counts and amounts, where a factor matters and not a difference. End with softplus: below 0 there is no gradient.',
  formula:
    '(ln(1 + prediction) − ln(1 + target))², the mean over the outputs of a sample; what is below 0 counts as 0',
  source: 'as MeanSquaredLogarithmicError in Keras',
  options: { reduction },
  example: {},
  build: ({ reduction }): LossPart => ({
    task: 'regression',
    head: 'numbers',
    targetEncoding: 'numbers',
    reduction,
    perSample: (targets, outputs) =>
      tf.mean(tf.squaredDifference(logarithm(outputs), logarithm(targets)), -1),
    predictions: (outputs) => outputs,
  }),
});

const logarithm = (values: tf.Tensor): tf.Tensor => tf.log(tf.add(tf.relu(values), 1));
