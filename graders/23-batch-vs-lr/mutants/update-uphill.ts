/**
 * Rejected by: one update of four numbers
 * Plausible slip: along the gradient.
 */
import { combine, type Network } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function update(network: Network, gradient: Network, lr: number): Network {
  return combine(network, gradient, (value, slope) => value + lr * slope);
}
