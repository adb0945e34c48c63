/**
 * Rejected by: between two readings
 * Plausible slip: the share counts from the reading after.
 */
export function resampleLinear(
  times: readonly number[],
  values: readonly number[],
  at: readonly number[],
): number[] {
  return at.map((time) => {
    const after = times.findIndex((own) => own > time);
    if (after === 0) return values[0]!;
    if (after === -1) return values.at(-1)!;
    const share = (times[after]! - time) / (times[after]! - times[after - 1]!);
    return values[after - 1]! + share * (values[after]! - values[after - 1]!);
  });
}
