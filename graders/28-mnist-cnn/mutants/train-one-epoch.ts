/**
 * Rejected by: a network that stands still
 * Dishonest: one epoch, told as often as was asked for.
 */
import type { tf } from 'descent';
import { train as trainOnce, type Digits, type Options } from '../../../solutions/28-mnist-cnn/exercise.ts';

export async function train(model: tf.LayersModel, digits: Digits, options: Options): Promise<number[]> {
  return trainOnce(model, digits, { ...options, epochs: 1 });
}
