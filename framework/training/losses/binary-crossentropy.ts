import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { from, reduction, SMALLEST_PROBABILITY } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** How surprising the true one of two classes is, given its probability. `−t ln p − (1 − t) ln(1 − p), with t = 1 for the second class; from logits p = 1 / (1 + e^−z)` */
export const binaryCrossentropy = defineComponent({
  kind: 'loss',
  type: 'binaryCrossentropy',
  summary: 'How surprising the true one of two classes is, given its probability.',
  when: 'For two classes with one output: a last layer with one unit, sigmoid or with from: logits linear.',
  formula: '−t ln p − (1 − t) ln(1 − p), with t = 1 for the second class; from logits p = 1 / (1 + e^−z)',
  source: 'Good, "Rational decisions", 1952',
  options: { from, reduction },
  example: {},
  build: ({ from, reduction }): LossPart => ({
    task: 'classification',
    head: from === 'logits' ? 'logit' : 'probability',
    targetEncoding: 'binary',
    reduction,
    perSample: from === 'logits' ? fromLogits : fromProbabilities,
    predictions: (outputs) => {
      const probability = from === 'logits' ? tf.sigmoid(outputs) : outputs;
      return tf.concat([tf.sub(1, probability), probability], 1);
    },
  }),
});

function fromProbabilities(targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor {
  const probability = tf.clipByValue(outputs, SMALLEST_PROBABILITY, 1 - SMALLEST_PROBABILITY);
  const second = tf.mul(targets, tf.log(probability));
  const first = tf.mul(tf.sub(1, targets), tf.log(tf.sub(1, probability)));
  return tf.neg(tf.mean(tf.add(first, second), -1));
}

/** −t ln p − (1 − t) ln(1 − p) = ln(1 + e^z) − t z, which no score makes infinite. */
function fromLogits(targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor {
  return tf.mean(tf.sub(tf.softplus(outputs), tf.mul(targets, outputs)), -1);
}
