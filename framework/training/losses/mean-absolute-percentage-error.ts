import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { absolute } from '../absolute.ts';
import { reduction } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** The mean absolute difference relative to the target, in percent. `100 · |prediction − target| / max(|target|, floor)`, the mean over the outputs of a sample. */
export const meanAbsolutePercentageError = defineComponent({
  kind: 'loss',
  type: 'meanAbsolutePercentageError',
  summary: 'The mean absolute difference relative to the target, in percent.',
  when: 'Where targets span orders of magnitude and stay away from 0. Transform the target in no way that moves 0, or percent lose their meaning.',
  formula: '100 · |prediction − target| / max(|target|, floor), the mean over the outputs of a sample',
  source: 'as MeanAbsolutePercentageError in Keras',
  options: {
    floor: Type.Number({
      exclusiveMinimum: 0,
      default: 1e-7,
      description:
        'Targets nearer to 0 count as this far from it, in the unit in which the model is trained.',
      reason: 'only keeps from dividing by 0, as in Keras; set it to the smallest target that matters',
    }),
    reduction,
  },
  example: { floor: 0.01 },
  build: ({ floor, reduction }): LossPart => ({
    task: 'regression',
    head: 'numbers',
    targetEncoding: 'numbers',
    reduction,
    perSample: (targets, outputs) => {
      const difference = absolute(tf.sub(outputs, targets));
      return tf.mul(tf.mean(tf.div(difference, tf.maximum(tf.abs(targets), floor)), -1), 100);
    },
    predictions: (outputs) => outputs,
  }),
});
