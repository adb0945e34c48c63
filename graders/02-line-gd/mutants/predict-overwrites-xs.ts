/**
 * Rejected by: heights of the line
 * Plausible slip: the heights are written into the list that the caller owns.
 */
export function predict(m: number, c: number, xs: readonly number[]): number[] {
  const heights = xs as number[];
  for (let i = 0; i < heights.length; i++) heights[i] = m * heights[i]! + c;
  return heights;
}
