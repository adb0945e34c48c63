/**
 * Rejected by: the two worst of three mistakes
 * Plausible slip: the place among the mistakes instead of that among the digits.
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
    .sort((one, other) => other.probability - one.probability)
    .slice(0, count)
    .map((mistake, index) => ({ ...mistake, index }));
}
