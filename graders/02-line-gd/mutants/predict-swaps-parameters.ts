/**
 * Rejected by: heights of the line
 * Plausible slip: m and c change places.
 */
export function predict(m: number, c: number, xs: readonly number[]): number[] {
  return xs.map((x) => c * x + m);
}
