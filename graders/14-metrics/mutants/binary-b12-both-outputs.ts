/**
 * Rejected by: both outputs above one half
 * Slide error B12: each of the two outputs is compared with 0.5 and counted, so that all counts add up to 2N.
 */
export function binaryCounts(
  outputs: readonly (readonly number[])[],
  labels: readonly number[],
): { tp: number; fp: number; tn: number; fn: number } {
  const counts = { tp: 0, fp: 0, tn: 0, fn: 0 };
  outputs.forEach((pair, i) => {
    pair.forEach((value, unit) => {
      const [isNamed, isTrue] = [value > 0.5, labels[i] === unit];
      if (isNamed) counts[isTrue ? 'tp' : 'fp']++;
      else counts[isTrue ? 'fn' : 'tn']++;
    });
  });
  return counts;
}
