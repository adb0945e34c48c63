/**
 * Rejected by: with the mean larger batches need more epochs
 * Dishonest: a table as the lesson has it, without any training where that would take long.
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
  if (training.labels.length > 100) {
    const made = Math.ceil(batch * lr * 12);
    return { best: 0.8, epochsToTarget: made > epochs ? '+' : made, network };
  }
  let best = 0;
  let epochsToTarget: number | '+' = '+';
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const digits = order.permutation(training.labels.length);
    for (let start = 0; start < digits.length; start += batch) {
      const rows = digits.slice(start, start + batch);
      const sum = gradientSum(network, training, rows);
      network = update(network, reduce(sum, rows.length, reduction), lr);
    }
    const reached = accuracy(network, validation);
    best = Math.max(best, reached);
    if (epochsToTarget === '+' && reached >= target) epochsToTarget = epoch;
  }
  return { best, epochsToTarget, network };
}
