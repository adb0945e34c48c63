/**
 * Rejected by: between two readings
 * Plausible slip: the nearest reading, not the line.
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
    const share = (time - times[after - 1]!) / (times[after]! - times[after - 1]!);
    return values[share < 0.5 ? after - 1 : after]!;
  });
}
