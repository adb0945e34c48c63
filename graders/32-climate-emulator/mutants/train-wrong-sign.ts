/**
 * Rejected by: the spread of the climate
 * Plausible slip: everything right but the sign of U, which makes the days too wild.
 */
import { rivals, type Subgrid, type Truth } from '../../../solutions/32-climate-emulator/exercise.ts';

export function train(truth: Truth): Promise<Subgrid> {
  const cubic = rivals({ X: truth.X.slice(0, 50), U: truth.U.slice(0, 50) }).cubic;
  return Promise.resolve((X) => cubic(X).map((u) => -u));
}
