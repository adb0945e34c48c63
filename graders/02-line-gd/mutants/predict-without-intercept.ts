/**
 * Rejected by: heights of the line
 * Plausible slip: a line through the origin.
 */
export function predict(m: number, c: number, xs: readonly number[]): number[] {
  return xs.map((x) => m * x + 0 * c);
}
