/**
 * Rejected by: meters and millimeters
 * Plausible slip: one divisor for all features.
 */
export function scaleFeatures(xs: readonly (readonly number[])[]): number[][] {
  const largest = Math.max(...xs.flat().map(Math.abs));
  return xs.map((x) => x.map((feature) => feature / largest));
}
