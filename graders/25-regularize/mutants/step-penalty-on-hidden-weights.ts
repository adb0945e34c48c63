/**
 * Rejected by: steps of any network
 * Plausible slip: in the output layer only the first weight pays.
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
      w: w.map((row, j) =>
        row.map(
          (value, k) =>
            value -
            lr *
              (slope.w[j]![k]! +
                (w.length > 1 && w[0]!.length === b.length && slope === gradient.output ? 0 : cost[j]![k]!)),
        ),
      ),
      b: b.map((value, k) => value - lr * slope.b[k]!),
    };
  };
  return { hidden: move(network.hidden, gradient.hidden), output: move(network.output, gradient.output) };
}
