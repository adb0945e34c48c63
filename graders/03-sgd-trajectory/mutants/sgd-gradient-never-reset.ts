/**
 * Rejected by: batches of one stay near the line
 * Plausible slip: the gradient is added to that of all steps before, which is what PyTorch does without zero_grad().
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
  const sum = { dm: 0, dn: 0 };
  const trajectory: Place[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const options = { dropLast: false, shuffle: true, seed, epoch };
    for (const batch of batches(data.xs.length, batchSize, options)) {
      const { loss, dm, dn } = slopeOf(line, data, batch);
      sum.dm += dm;
      sum.dn += dn;
      trajectory.push({ ...line, loss });
      line = { m: line.m - lr * sum.dm, n: line.n - lr * sum.dn };
    }
  }
  return { ...line, trajectory };
}
