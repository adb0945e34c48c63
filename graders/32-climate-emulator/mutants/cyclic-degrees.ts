/**
 * Rejected by: an hour before midnight
 * Plausible slip: degrees, where radians are expected.
 */

export function cyclic(value: number, period: number): number[] {
  const angle = (360 * value) / period;
  return [Math.sin(angle), Math.cos(angle)];
}
