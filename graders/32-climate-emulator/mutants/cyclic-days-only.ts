/**
 * Rejected by: any place on any circle
 * Dishonest: every period is a day.
 */

export function cyclic(value: number, period: number): number[] {
  const angle = (2 * Math.PI * value) / Math.min(24, Math.max(period, 24));
  return [Math.sin(angle), Math.cos(angle)];
}
