/**
 * Rejected by: better than the dense network
 * Dishonest: quick, as only the first fifty digits are learned from.
 */
import { tf } from 'descent';
import { train as trainAll, type Digits, type Options } from '../../../solutions/28-mnist-cnn/exercise.ts';

export async function train(
  model: tf.LayersModel,
  { images, labels }: Digits,
  options: Options,
): Promise<number[]> {
  const few = { images: tf.slice(images, 0, 50), labels: labels.slice(0, 50) };
  return trainAll(model, few, options);
}
