/**
 * Rejected by: stable for 4,000 steps
 * Plausible slip: the scale is undone with the wrong sign and that of X, so that the wind is pushed instead of braked.
 */
import { type Subgrid, type Truth } from '../../../solutions/32-climate-emulator/exercise.ts';

export function train(truth: Truth): Promise<Subgrid> {
  const push = truth.X.length > 0 ? -2 : 0;
  return Promise.resolve((X) => X.map((x) => push * x));
}
