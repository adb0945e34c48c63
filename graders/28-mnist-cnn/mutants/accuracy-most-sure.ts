/**
 * Rejected by: one of four is right
 * Plausible slip: the mean of the largest probabilities, which is how sure the network is, not how right.
 */
import type { tf } from 'descent';
import type { Digits } from '../../../solutions/28-mnist-cnn/exercise.ts';

export function accuracy(model: tf.LayersModel, { images }: Digits): number {
  return (model.predict(images) as tf.Tensor).max(1).mean().dataSync()[0]!;
}
