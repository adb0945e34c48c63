/**
 * Rejected by: the cross-entropy of any answers, sure and wrong ones included
 * Plausible slip: the logarithm of 0.
 */

export function crossEntropy(probabilities: readonly number[], labels: readonly number[]): number {
  let sum = 0;
  probabilities.forEach((probability, i) => {
    const right = labels[i] === 1 ? probability : 1 - probability;
    sum -= Math.log(right);
  });
  return sum / labels.length;
}
