import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { reduction } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** Square for small differences, absolute value for large ones. `e² / 2 where |e| ≤ delta, else delta · |e| − delta² / 2, with e = prediction − target`, the mean over the outputs of a sample. */
export const huber = defineComponent({
  kind: 'loss',
  type: 'huber',
  summary: 'Square for small differences, absolute value for large ones.',
  when: 'Where a few outliers should count, but not rule.',
  formula:
    'e² / 2 where |e| ≤ delta, else delta · |e| − delta² / 2, with e = prediction − target, the mean over the outputs of a sample',
  source: 'Huber, "Robust estimation of a location parameter", 1964',
  options: {
    delta: Type.Number({
      exclusiveMinimum: 0,
      default: 1,
      description: 'Where small ends, in the unit in which the model is trained.',
      reason: 'one standard deviation of a standardized target',
    }),
    reduction,
  },
  example: { delta: 1 },
  build: ({ delta, reduction }): LossPart => ({
    task: 'regression',
    head: 'numbers',
    targetEncoding: 'numbers',
    reduction,
    perSample: (targets, outputs) => {
      const size = tf.abs(tf.sub(outputs, targets));
      const small = tf.minimum(size, delta);
      // small² / 2 + delta · (size − small): both cases in one.
      return tf.mean(tf.add(tf.mul(tf.square(small), 0.5), tf.mul(tf.sub(size, small), delta)), -1);
    },
    predictions: (outputs) => outputs,
  }),
});
