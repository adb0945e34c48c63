/**
 * Rejected by: on stays on
 * Plausible slip: the next reading, which nobody knows yet.
 */
export function resampleHold(
  times: readonly number[],
  values: readonly number[],
  at: readonly number[],
): number[] {
  return at.map((time) => {
    const last = times.findIndex((own) => own >= time);
    return values[last] ?? values.at(-1)!;
  });
}
