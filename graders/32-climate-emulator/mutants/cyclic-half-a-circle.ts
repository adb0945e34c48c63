/**
 * Rejected by: an hour before midnight
 * Plausible slip: half a circle, so that midnight lies opposite of itself.
 */

export function cyclic(value: number, period: number): number[] {
  const angle = (Math.PI * value) / period;
  return [Math.sin(angle), Math.cos(angle)];
}
