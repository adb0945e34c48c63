import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { reduction } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** How far a score is from being on the right side of 0 by a margin of 1. `max(0, 1 − s · z)`, with s = 1 for the second class, else −1 */
export const hinge = defineComponent({
  kind: 'loss',
  type: 'hinge',
  summary: 'How far a score is from being on the right side of 0 by a margin of 1.',
  when: 'For two classes with one linear output, as in a support vector machine. Its probabilities rank rightly, but are not calibrated.',
  formula:
    'max(0, 1 − s · z), with s = 1 for the second class and −1 for the first; the probability of the second is given as 1 / (1 + e^−z)',
  source: 'Cortes and Vapnik, "Support-vector networks", 1995',
  options: { reduction },
  example: {},
  build: ({ reduction }): LossPart => ({
    task: 'classification',
    head: 'logit',
    targetEncoding: 'binary',
    reduction,
    perSample: (targets, outputs) => {
      const side = tf.sub(tf.mul(targets, 2), 1);
      return tf.mean(tf.relu(tf.sub(1, tf.mul(side, outputs))), -1);
    },
    predictions: (outputs) => {
      const second = tf.sigmoid(outputs);
      return tf.concat([tf.sub(1, second), second], 1);
    },
  }),
});
