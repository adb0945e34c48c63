/**
 * Rejected by: on stays on
 * Plausible slip: off before the first reading.
 */
export function resampleHold(
  times: readonly number[],
  values: readonly number[],
  at: readonly number[],
): number[] {
  return at.map((time) => {
    const last = times.findLastIndex((own) => own <= time);
    return values[last] ?? 0;
  });
}
