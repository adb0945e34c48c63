/**
 * Rejected by: the curve gets nearer with each epoch
 * Plausible slip: the network is made and asked, but never trained.
 */
import { tf } from 'descent';
import { network, type Data } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function fitCurve(
  _data: Data,
  { hidden, seed }: { hidden: number; batchSize: number; epochs: number; seed: number },
  at: readonly number[],
): Promise<number[]> {
  const model = network(hidden, seed);
  const heights = model.predict(tf.tensor2d([...at], [at.length, 1])) as tf.Tensor;
  return Promise.resolve(Array.from(heights.dataSync()));
}
