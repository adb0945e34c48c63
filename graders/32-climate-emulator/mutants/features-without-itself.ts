/**
 * Rejected by: windows on the ring
 * Plausible slip: the neighbors, without the site in the middle.
 */
import { SITES } from '../../../solutions/32-climate-emulator/exercise.ts';

export function features(X: readonly number[], neighbors: number): number[][] {
  return X.map((_, k) =>
    Array.from(
      { length: 2 * neighbors },
      (_unused, place) => X[(k + place + (place < neighbors ? 0 : 1) - neighbors + SITES) % SITES]!,
    ),
  );
}
