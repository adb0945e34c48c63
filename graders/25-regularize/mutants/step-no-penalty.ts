/**
 * Rejected by: a step that only a penalty takes
 * Plausible slip: the penalties are forgotten.
 */
import { type Layer, type Network } from '../../../solutions/25-regularize/exercise.ts';

export function step(network: Network, gradient: Network, lr: number): Network {
  const move = ({ w, b }: Layer, slope: Layer): Layer => {
    return {
      w: w.map((row, j) => row.map((value, k) => value - lr * slope.w[j]![k]!)),
      b: b.map((value, k) => value - lr * slope.b[k]!),
    };
  };
  return { hidden: move(network.hidden, gradient.hidden), output: move(network.output, gradient.output) };
}
