/**
 * Rejected by: meters and millimeters
 * Plausible slip: the points that were given are changed.
 */
export function scaleFeatures(xs: number[][]): number[][] {
  const largest = xs[0]!.map((_, j) => Math.max(...xs.map((x) => Math.abs(x[j]!))));
  for (const x of xs) largest.forEach((size, j) => (x[j] = size > 0 ? x[j]! / size : 0));
  return xs;
}
