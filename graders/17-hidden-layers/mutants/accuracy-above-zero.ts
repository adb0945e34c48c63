/**
 * Rejected by: the share of right answers
 * Every probability is above 0.
 */
import { tf } from 'descent';
import { type Points } from '../../../solutions/17-hidden-layers/exercise.ts';

export function accuracy(model: tf.LayersModel, { xs, labels }: Points): number {
  const answers = tf.tidy(() => {
    const probabilities = model.predict(tf.tensor2d(xs.map((x) => [...x]))) as tf.Tensor;
    return [...probabilities.dataSync()];
  });
  return answers.filter((p, i) => (p > 0 ? 1 : 0) === labels[i]).length / labels.length;
}
