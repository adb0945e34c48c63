/**
 * Rejected by: one update of four numbers
 * Plausible slip: the learning rate is forgotten.
 */
import { combine, type Network } from '../../../solutions/23-batch-vs-lr/exercise.ts';

export function update(network: Network, gradient: Network, lr: number): Network {
  return combine(network, gradient, (value, slope) => value - slope + 0 * lr);
}
