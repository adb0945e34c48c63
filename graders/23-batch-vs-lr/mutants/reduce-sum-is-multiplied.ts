/**
 * Rejected by: the gradient of a batch of four
 * Plausible slip: the sum is multiplied with the number of digits once more.
 */
import { combine, type Reduction, type Network } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function reduce(sum: Network, count: number, reduction: Reduction): Network {
  return reduction === 'sum'
    ? combine(sum, sum, (slope) => slope * count)
    : combine(sum, sum, (slope) => slope / count);
}
