/**
 * Rejected by: holding never invents
 * Plausible slip: a switch can only be 0 or 1.
 */
export function resampleHold(
  times: readonly number[],
  values: readonly number[],
  at: readonly number[],
): number[] {
  return at.map((time) => {
    const last = times.findLastIndex((own) => own <= time);
    return Math.min(1, values[Math.max(0, last)]!);
  });
}
