/**
 * Rejected by: a step that only a penalty takes
 * Plausible slip: biases pay as well.
 */
import {
  penaltyGradient,
  type Layer,
  type Network,
  type Strength,
} from '../../../solutions/25-regularize/exercise.ts';

export function step(network: Network, gradient: Network, lr: number, strength: Strength): Network {
  const move = ({ w, b }: Layer, slope: Layer): Layer => {
    const cost = penaltyGradient(w, strength);
    return {
      w: w.map((row, j) => row.map((value, k) => value - lr * (slope.w[j]![k]! + cost[j]![k]!))),
      b: b.map((value, k) => value - lr * (slope.b[k]! + penaltyGradient([b], strength)[0]![k]!)),
    };
  };
  return { hidden: move(network.hidden, gradient.hidden), output: move(network.output, gradient.output) };
}
