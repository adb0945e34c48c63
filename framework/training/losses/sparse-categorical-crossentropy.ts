import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { from, reduction, SMALLEST_PROBABILITY } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** The same as categoricalCrossentropy, with targets as class numbers. `−ln p_t, with t the number of the true class; from logits p = softmax(z)` */
export const sparseCategoricalCrossentropy = defineComponent({
  kind: 'loss',
  type: 'sparseCategoricalCrossentropy',
  summary: 'The same as categoricalCrossentropy, with targets as class numbers.',
  when: 'For very many classes, where one-hot targets would fill the memory.',
  formula: '−ln p_t, with t the number of the true class; from logits p = softmax(z)',
  source: 'Good, "Rational decisions", 1952',
  options: { from, reduction },
  example: {},
  build: ({ from, reduction }): LossPart => ({
    task: 'classification',
    head: from === 'logits' ? 'logits' : 'probabilities',
    targetEncoding: 'classIndex',
    reduction,
    perSample: (targets, outputs) => {
      const logarithms =
        from === 'logits' ? tf.logSoftmax(outputs) : tf.log(tf.maximum(outputs, SMALLEST_PROBABILITY));
      // A product instead of gathering: its gradient exists on every backend. The cast is apart because the
      // wasm backend writes integers into a one-hot tensor of type float32.
      const chosen = tf.cast(tf.oneHot(tf.cast(targets, 'int32'), outputs.shape[1]!), 'float32');
      return tf.neg(tf.sum(tf.mul(chosen, logarithms), -1));
    },
    predictions: (outputs) => (from === 'logits' ? tf.softmax(outputs) : outputs),
  }),
});
