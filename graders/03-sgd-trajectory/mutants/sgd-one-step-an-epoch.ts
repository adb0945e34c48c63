/**
 * Rejected by: one step for each batch
 * Plausible slip: the gradients of an epoch are added up, and one step is taken at its end.
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
    const sum = { dm: 0, dn: 0 };
    const options = { dropLast: false, shuffle: true, seed, epoch };
    for (const batch of batches(data.xs.length, batchSize, options)) {
      const { loss, dm, dn } = slopeOf(line, data, batch);
      if (sum.dm === 0 && sum.dn === 0) trajectory.push({ ...line, loss });
      sum.dm += dm;
      sum.dn += dn;
    }
    line = { m: line.m - lr * sum.dm, n: line.n - lr * sum.dn };
  }
  return { ...line, trajectory };
}
