import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { from, reduction, SMALLEST_PROBABILITY } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** How much is lost where predicted probabilities stand for the true ones (Kullback and Leibler). `Σ_c t_c ln(t_c / p_c)` */
export const klDivergence = defineComponent({
  kind: 'loss',
  type: 'klDivergence',
  summary: 'How much is lost where predicted probabilities stand for the true ones (Kullback and Leibler).',
  when: 'Where the targets are shares that sum to 1, one column each, as votes of several people. For classes take categoricalCrossentropy.',
  formula:
    'Σ_c t_c ln(t_c / p_c), with t the target columns of a sample; from logits p = softmax(z); what is below 1e-7 counts as it',
  source: 'Kullback and Leibler, "On information and sufficiency", 1951',
  options: { from, reduction },
  example: {},
  build: ({ from, reduction }): LossPart => ({
    task: 'regression',
    head: from === 'logits' ? 'logits' : 'probabilities',
    targetEncoding: 'numbers',
    reduction,
    perSample: (targets, outputs) => {
      const shares = tf.maximum(targets, SMALLEST_PROBABILITY);
      const logarithms =
        from === 'logits' ? tf.logSoftmax(outputs) : tf.log(tf.maximum(outputs, SMALLEST_PROBABILITY));
      return tf.sum(tf.mul(shares, tf.sub(tf.log(shares), logarithms)), -1);
    },
    predictions: (outputs) => (from === 'logits' ? tf.softmax(outputs) : outputs),
  }),
});
