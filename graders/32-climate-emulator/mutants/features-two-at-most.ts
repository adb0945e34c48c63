/**
 * Rejected by: windows of any width
 * Dishonest: the widths of the example only.
 */
import { SITES } from '../../../solutions/32-climate-emulator/exercise.ts';

export function features(X: readonly number[], neighbors: number): number[][] {
  const width = Math.min(neighbors, 2);
  return X.map((_, k) =>
    Array.from({ length: 2 * width + 1 }, (_unused, place) => X[(k + place - width + SITES) % SITES]!),
  );
}
