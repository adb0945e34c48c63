/**
 * Rejected by: better than a cubic
 * Dishonest: the baseline that is given, instead of a network.
 */
import { rivals, type Subgrid, type Truth } from '../../../solutions/32-climate-emulator/exercise.ts';

export function train(truth: Truth): Promise<Subgrid> {
  return Promise.resolve(rivals({ X: truth.X.slice(0, 50), U: truth.U.slice(0, 50) }).cubic);
}
