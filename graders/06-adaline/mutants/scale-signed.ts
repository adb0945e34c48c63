/**
 * Rejected by: meters and millimeters
 * Plausible slip: the largest value instead of the largest absolute one.
 */
export function scaleFeatures(xs: readonly (readonly number[])[]): number[][] {
  const largest = xs[0]!.map((_, j) => Math.max(...xs.map((x) => x[j]!)));
  return xs.map((x) => x.map((feature, j) => feature / largest[j]!));
}
