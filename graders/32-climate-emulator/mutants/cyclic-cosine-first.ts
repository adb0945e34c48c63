/**
 * Rejected by: an hour before midnight
 * Plausible slip: cosine and sine exchanged.
 */

export function cyclic(value: number, period: number): number[] {
  const angle = (2 * Math.PI * value) / period;
  return [Math.cos(angle), Math.sin(angle)];
}
