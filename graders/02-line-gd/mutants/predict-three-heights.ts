/**
 * Rejected by: heights of any line
 * Plausible slip: written for the three points of the slides.
 */
export function predict(m: number, c: number, xs: readonly number[]): number[] {
  return [0, 1, 2].map((i) => m * xs[i]! + c);
}
