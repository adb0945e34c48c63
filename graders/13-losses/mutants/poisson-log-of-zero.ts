/**
 * Rejected by: percent, ratios and counts anywhere
 * Plausible slip: 0 · ln 0 is NaN, and ln 0 is -Infinity.
 */
export function poisson(count: number, rate: number): number {
  return rate - count * Math.log(rate);
}
