/**
 * Rejected by: four distances by hand
 * Plausible slip: the 2 of the denominator of cosh is lost.
 */
export function logCosh(target: number, prediction: number): number {
  const size = Math.abs(prediction - target);
  return size + Math.log1p(Math.exp(-2 * size));
}
