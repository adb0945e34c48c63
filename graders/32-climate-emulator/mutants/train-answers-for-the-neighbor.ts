/**
 * Rejected by: the network learns
 * Plausible slip: rows and targets are one site apart.
 */
import { rivals, type Subgrid, type Truth } from '../../../solutions/32-climate-emulator/exercise.ts';

export function train(truth: Truth): Promise<Subgrid> {
  const cubic = rivals({ X: truth.X.slice(0, 50), U: truth.U.slice(0, 50) }).cubic;
  return Promise.resolve((X) => cubic([...X.slice(1), X[0]!]));
}
