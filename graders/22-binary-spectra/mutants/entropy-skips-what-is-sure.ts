/**
 * Rejected by: the cross-entropy of any answers, sure and wrong ones included
 * Plausible slip: answers of exactly 0 and 1 are left out, as their logarithm makes trouble.
 */

export function crossEntropy(probabilities: readonly number[], labels: readonly number[]): number {
  let sum = 0;
  probabilities.forEach((probability, i) => {
    const right = labels[i] === 1 ? probability : 1 - probability;
    if (right <= 0) return;
    sum -= Math.log(Math.min(Math.max(right, 1e-7), 1 - 1e-7));
  });
  return sum / labels.length;
}
