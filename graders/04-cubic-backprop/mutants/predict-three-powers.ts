/**
 * Rejected by: heights of any cubic
 * Plausible slip: w₁ is forgotten, which is 0 in the example.
 */
export function predict(w: readonly number[], xs: readonly number[]): number[] {
  return xs.map((x) => w[0]! + w[2]! * x * x + w[3]! * x * x * x);
}
