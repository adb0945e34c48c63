/**
 * Rejected by: exact on lines
 * Plausible slip: every reading is as long after the one before as the second after the first.
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
    const share = (time - times[after - 1]!) / (times[1]! - times[0]!);
    return values[after - 1]! + share * (values[after]! - values[after - 1]!);
  });
}
