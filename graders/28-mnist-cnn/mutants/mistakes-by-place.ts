/**
 * Rejected by: the worst mistakes of any network
 * Plausible slip: in the order of their places, not of how sure the network is.
 */
import { tf } from 'descent';
import type { Digits, Mistake } from '../../../solutions/28-mnist-cnn/exercise.ts';

export function worstMistakes(model: tf.LayersModel, { images, labels }: Digits, count: number): Mistake[] {
  const rows = tf.tidy(() => (model.predict(images) as tf.Tensor2D).arraySync());
  const answers = rows.map((row, index) => {
    const largest = Math.max(...row);
    return { index, truth: labels[index]!, named: row.indexOf(largest), probability: largest };
  });
  return answers
    .filter(({ truth, named }) => truth !== named)
    .sort((one, other) => other.index - one.index)
    .slice(0, count);
}
