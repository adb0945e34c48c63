/**
 * Rejected by: windows on the ring
 * Plausible slip: from right to left.
 */
import { SITES } from '../../../solutions/32-climate-emulator/exercise.ts';

export function features(X: readonly number[], neighbors: number): number[][] {
  return X.map((_, k) =>
    Array.from(
      { length: 2 * neighbors + 1 },
      (_unused, place) => X[(k - place + neighbors + SITES) % SITES]!,
    ),
  );
}
