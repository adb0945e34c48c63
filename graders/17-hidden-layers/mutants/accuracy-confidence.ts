/**
 * Rejected by: the share of right answers
 * The mean probability of the right label is no accuracy.
 */
import { tf } from 'descent';
import { type Points } from '../../../solutions/17-hidden-layers/exercise.ts';

export function accuracy(model: tf.LayersModel, { xs, labels }: Points): number {
  const answers = tf.tidy(() => {
    const probabilities = model.predict(tf.tensor2d(xs.map((x) => [...x]))) as tf.Tensor;
    return [...probabilities.dataSync()];
  });
  return answers.reduce((sum, p, i) => sum + (labels[i] === 1 ? p : 1 - p), 0) / labels.length;
}
