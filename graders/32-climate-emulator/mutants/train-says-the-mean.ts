/**
 * Rejected by: the skill offline
 * Dishonest: nothing is learned but the mean of U.
 */
import { scaleOf, type Subgrid, type Truth } from '../../../solutions/32-climate-emulator/exercise.ts';

export function train(truth: Truth): Promise<Subgrid> {
  const { mean } = scaleOf(truth.U.flat());
  return Promise.resolve((X) => X.map(() => mean));
}
