/**
 * Rejected by: an error of a thousand
 * Plausible slip: the formula as it stands; cosh(1000) is Infinity.
 */
export function logCosh(target: number, prediction: number): number {
  return Math.log(Math.cosh(prediction - target));
}
