/**
 * Rejected by: the gradient of a batch of four
 * Wrong reduction: the sum in both cases.
 */
import { combine, type Reduction, type Network } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function reduce(sum: Network, count: number, reduction: Reduction): Network {
  return reduction === 'mean' && count === 1 ? combine(sum, sum, (slope) => slope) : sum;
}
