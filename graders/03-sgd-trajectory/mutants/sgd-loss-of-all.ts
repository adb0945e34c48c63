/**
 * Rejected by: every point once in an epoch, in a new order
 * Plausible slip: the trajectory tells the loss of all points, not that of the batch.
 */
import {
  START,
  batches,
  slopeOf,
  type Data,
  type Place,
  type Walk,
} from '../../../solutions/03-sgd-trajectory/exercise.ts';

export function sgd(
  data: Data,
  { lr, batchSize, epochs, seed }: { lr: number; batchSize: number; epochs: number; seed: number },
): Walk {
  let line = START;
  const trajectory: Place[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const options = { dropLast: false, shuffle: true, seed, epoch };
    for (const batch of batches(data.xs.length, batchSize, options)) {
      const { dm, dn } = slopeOf(line, data, batch);
      const everyone = data.xs.map((_, i) => i);
      trajectory.push({ ...line, loss: slopeOf(line, data, everyone).loss });
      line = { m: line.m - lr * dm, n: line.n - lr * dn };
    }
  }
  return { ...line, trajectory };
}
