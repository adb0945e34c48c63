/**
 * Rejected by: the cross-entropy of two answers
 * Plausible slip: the minus is forgotten.
 */

export function crossEntropy(probabilities: readonly number[], labels: readonly number[]): number {
  let sum = 0;
  probabilities.forEach((probability, i) => {
    const right = labels[i] === 1 ? probability : 1 - probability;
    sum += Math.log(Math.min(Math.max(right, 1e-7), 1 - 1e-7));
  });
  return sum / labels.length;
}
