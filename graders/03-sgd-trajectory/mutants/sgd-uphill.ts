/**
 * Rejected by: two steps with all points
 * Plausible slip: along the gradient, up the loss.
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
      const { loss, dm, dn } = slopeOf(line, data, batch);
      trajectory.push({ ...line, loss });
      line = { m: line.m + lr * dm, n: line.n + lr * dn };
    }
  }
  return { ...line, trajectory };
}
