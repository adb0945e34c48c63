/**
 * The mean of −log of the probability of the right answer, at least 10⁻⁷. Only hidden checks may import this file: it is what students
 * are to write.
 */
export function crossEntropyOf(probabilities: readonly number[], labels: readonly number[]): number {
  let total = 0;
  labels.forEach((label, place) => {
    const own = probabilities[place]!;
    total -= Math.log(Math.max(label === 1 ? own : 1 - own, 1e-7)) / labels.length;
  });
  return total;
}

/** The share of spectra whose probability is on the right side of one half. */
export function rightShareOf(probabilities: readonly number[], labels: readonly number[]): number {
  return (
    labels.filter((label, place) => probabilities[place]! >= 0.5 === (label === 1)).length / labels.length
  );
}
