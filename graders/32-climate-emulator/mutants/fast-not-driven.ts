/**
 * Rejected by: the fast tendency of three ripples
 * Plausible slip: the slow scale does nothing to the fast one.
 */
import { FASTER, SMALLER, type State } from '../../../solutions/32-climate-emulator/exercise.ts';

export function fastTendency({ X, Y }: State): number[] {
  const at = (j: number) => Y[(j + Y.length) % Y.length]!;
  return Y.map(
    (own, j) => -FASTER * SMALLER * at(j + 1) * (at(j + 2) - at(j - 1)) - FASTER * own + 0 * X[0]!,
  );
}
