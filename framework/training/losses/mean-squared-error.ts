import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { reduction } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** The mean square of the differences. `(prediction − target)²`, the mean over the outputs of a sample. */
export const meanSquaredError = defineComponent({
  kind: 'loss',
  type: 'meanSquaredError',
  summary: 'The mean square of the differences.',
  when: 'The usual loss for numbers. Large errors weigh much; with outliers take huber.',
  formula: '(prediction − target)², the mean over the outputs of a sample',
  source: 'Gauss 1809',
  options: { reduction },
  example: {},
  build: ({ reduction }): LossPart => ({
    task: 'regression',
    head: 'numbers',
    targetEncoding: 'numbers',
    reduction,
    perSample: (targets, outputs) => tf.mean(tf.squaredDifference(outputs, targets), -1),
    predictions: (outputs) => outputs,
  }),
});
