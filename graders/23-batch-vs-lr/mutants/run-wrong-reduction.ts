/**
 * Rejected by: three updates with all digits
 * Wrong reduction: the mean, whatever the options say.
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
  const { lr, batch, epochs, target, seed } = options;
  const order = createStream(seed).derive('order');
  let network = createNetwork(seed);
  let best = 0;
  let epochsToTarget: number | '+' = '+';
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const digits = order.permutation(training.labels.length);
    for (let start = 0; start < digits.length; start += batch) {
      const rows = digits.slice(start, start + batch);
      const sum = gradientSum(network, training, rows);
      network = update(network, reduce(sum, rows.length, 'mean'), lr);
    }
    const reached = accuracy(network, validation);
    best = Math.max(best, reached);
    if (epochsToTarget === '+' && reached >= target) epochsToTarget = epoch;
  }
  return { best, epochsToTarget, network };
}
