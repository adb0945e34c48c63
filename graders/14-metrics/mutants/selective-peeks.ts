/**
 * Rejected by: digits that a model is sure of
 * Looks at the probability of the right class, which nobody knows beforehand.
 */
export function selective(
  probabilities: readonly (readonly number[])[],
  labels: readonly number[],
  threshold: number,
): { coverage: number; accuracy: number } {
  let [answered, right] = [0, 0];
  probabilities.forEach((own, i) => {
    const surest = own[labels[i]!]!;
    if (surest < threshold) return;
    answered++;
    if (own.indexOf(Math.max(...own)) === labels[i]) right++;
  });
  return { coverage: answered / labels.length, accuracy: right / answered };
}
