/**
 * Rejected by: percent, ratios and counts
 * Plausible slip: the logarithms of the values themselves, which 0 does not have.
 */
export function squaredLogarithmicError(target: number, prediction: number): number {
  return (Math.log(prediction) - Math.log(target)) ** 2;
}
