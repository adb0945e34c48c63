import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { absolute } from '../absolute.ts';
import { reduction } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** The mean absolute value of the differences. `|prediction − target|`, the mean over the outputs of a sample. */
export const meanAbsoluteError = defineComponent({
  kind: 'loss',
  type: 'meanAbsoluteError',
  summary: 'The mean absolute value of the differences.',
  when: 'Where outliers should not rule: it finds the median instead of the mean.',
  formula: '|prediction − target|, the mean over the outputs of a sample',
  source: 'Laplace 1774',
  options: { reduction },
  example: {},
  build: ({ reduction }): LossPart => ({
    task: 'regression',
    head: 'numbers',
    targetEncoding: 'numbers',
    reduction,
    perSample: (targets, outputs) => tf.mean(absolute(tf.sub(outputs, targets)), -1),
    predictions: (outputs) => outputs,
  }),
});
