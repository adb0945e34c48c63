/**
 * Rejected by: the network learns
 * Plausible slip: the scale of U is not undone. A cubic stands for the network, as it is found without training.
 */
import {
  rivals,
  scaleOf,
  type Subgrid,
  type Truth,
} from '../../../solutions/32-climate-emulator/exercise.ts';

export function train(truth: Truth): Promise<Subgrid> {
  const { mean, sd } = scaleOf(truth.U.flat());
  const cubic = rivals({ X: truth.X.slice(0, 50), U: truth.U.slice(0, 50) }).cubic;
  return Promise.resolve((X) => cubic(X).map((u) => (u - mean) / sd));
}
