/**
 * Rejected by: features of any size
 * Plausible slip: 0 / 0 where a feature is 0 everywhere.
 */
export function scaleFeatures(xs: readonly (readonly number[])[]): number[][] {
  const largest = xs[0]!.map((_, j) => Math.max(...xs.map((x) => Math.abs(x[j]!))));
  return xs.map((x) => x.map((feature, j) => feature / largest[j]!));
}
