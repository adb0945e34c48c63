import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { reduction } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** Squares of lengths below it count as it, so that a vector of length 0 has a direction; the value of TensorFlow. */
const SMALLEST_SQUARE = 1e-12;

/** One minus the cosine of the angle between the outputs of a sample and its targets. `1 − p · t / (|p| |t|)` */
export const cosineSimilarity = defineComponent({
  kind: 'loss',
  type: 'cosineSimilarity',
  summary: 'One minus the cosine of the angle between the outputs of a sample and its targets.',
  when: 'Where several targets form a vector of which only the direction matters. With one output it knows only the sign.',
  formula:
    '1 − p · t / (|p| |t|), from 0 (same direction) to 2; a vector of length 0 has cosine 0 to all. Keras leaves out the 1.',
  source: 'Salton, "Automatic information organization and retrieval", 1968',
  options: { reduction },
  example: {},
  build: ({ reduction }): LossPart => ({
    task: 'regression',
    head: 'numbers',
    targetEncoding: 'numbers',
    reduction,
    perSample: (targets, outputs) => tf.sub(1, tf.sum(tf.mul(direction(targets), direction(outputs)), -1)),
    predictions: (outputs) => outputs,
  }),
});

function direction(vectors: tf.Tensor): tf.Tensor {
  const squares = tf.sum(tf.square(vectors), -1, true);
  // The maximum stands inside the root, whose gradient at 0 is infinite.
  return tf.div(vectors, tf.sqrt(tf.maximum(squares, SMALLEST_SQUARE)));
}
