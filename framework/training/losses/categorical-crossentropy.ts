import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { from, reduction, SMALLEST_PROBABILITY } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** How surprising the true class is, given the probabilities of all classes. `−Σ_c t_c ln p_c, with t = 1 for the true class, else 0; from logits p = softmax(z)` */
export const categoricalCrossentropy = defineComponent({
  kind: 'loss',
  type: 'categoricalCrossentropy',
  summary: 'How surprising the true class is, given the probabilities of all classes.',
  when: 'For any number of classes with one output each: a last layer with softmax, or with from: logits linear.',
  formula: '−Σ_c t_c ln p_c, with t = 1 for the true class, else 0; from logits p = softmax(z)',
  source: 'Good, "Rational decisions", 1952',
  options: { from, reduction },
  example: {},
  build: ({ from, reduction }): LossPart => ({
    task: 'classification',
    head: from === 'logits' ? 'logits' : 'probabilities',
    targetEncoding: 'oneHot',
    reduction,
    perSample: (targets, outputs) => {
      const logarithms =
        from === 'logits' ? tf.logSoftmax(outputs) : tf.log(tf.maximum(outputs, SMALLEST_PROBABILITY));
      return tf.neg(tf.sum(tf.mul(targets, logarithms), -1));
    },
    predictions: (outputs) => (from === 'logits' ? tf.softmax(outputs) : outputs),
  }),
});
