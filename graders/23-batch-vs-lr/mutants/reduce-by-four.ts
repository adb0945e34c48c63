/**
 * Rejected by: gradients and updates of any network
 * Dishonest: the mean of the example.
 */
import { combine, type Reduction, type Network } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function reduce(sum: Network, count: number, reduction: Reduction): Network {
  return reduction === 'sum' ? sum : combine(sum, sum, (slope) => slope / (count === 4 ? count : 4));
}
