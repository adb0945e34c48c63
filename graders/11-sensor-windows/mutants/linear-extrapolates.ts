/**
 * Rejected by: between two readings
 * Plausible slip: goes on beyond the last reading.
 */
export function resampleLinear(
  times: readonly number[],
  values: readonly number[],
  at: readonly number[],
): number[] {
  return at.map((time) => {
    const found = times.findIndex((own) => own > time);
    const after = found === -1 ? times.length - 1 : found;
    if (after === 0) return values[0]!;

    const share = (time - times[after - 1]!) / (times[after]! - times[after - 1]!);
    return values[after - 1]! + share * (values[after]! - values[after - 1]!);
  });
}
