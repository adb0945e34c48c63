/**
 * Rejected by: windows on the ring
 * Plausible slip: beyond the ends stands the last site again, as if the ring were cut.
 */

export function features(X: readonly number[], neighbors: number): number[][] {
  return X.map((_, k) =>
    Array.from(
      { length: 2 * neighbors + 1 },
      (_unused, place) => X[Math.max(0, Math.min(X.length - 1, k + place - neighbors))]!,
    ),
  );
}
