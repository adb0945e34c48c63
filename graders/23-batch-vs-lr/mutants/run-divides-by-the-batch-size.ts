/**
 * Rejected by: the last batch may be smaller
 * Plausible slip: the mean of the last batch is divided by the size of a full one.
 */
import { createStream } from 'descent';
import {
  reduce,
  update,
  createNetwork,
  accuracy,
  gradientSum,
  type Network,
  type Digits,
  type RunOptions,
  type Outcome,
} from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function run(
  training: Digits,
  validation: Digits,
  options: RunOptions,
): Outcome & { network: Network } {
  const { lr, batch, reduction, epochs, target, seed } = options;
  const order = createStream(seed).derive('order');
  let network = createNetwork(seed);
  let best = 0;
  let epochsToTarget: number | '+' = '+';
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const digits = order.permutation(training.labels.length);
    for (let start = 0; start < digits.length; start += batch) {
      const rows = digits.slice(start, start + batch);
      const sum = gradientSum(network, training, rows);
      network = update(network, reduce(sum, batch, reduction), lr);
    }
    const reached = accuracy(network, validation);
    best = Math.max(best, reached);
    if (epochsToTarget === '+' && reached >= target) epochsToTarget = epoch;
  }
  return { best, epochsToTarget, network };
}
