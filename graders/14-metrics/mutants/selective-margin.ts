/**
 * Rejected by: digits that a model is sure of
 * The distance to the second largest probability, not the largest itself.
 */
export function selective(
  probabilities: readonly (readonly number[])[],
  labels: readonly number[],
  threshold: number,
): { coverage: number; accuracy: number } {
  let [answered, right] = [0, 0];
  probabilities.forEach((own, i) => {
    const surest = Math.max(...own);
    if (threshold > 0 && surest - own.toSorted((one, other) => other - one)[1]! < threshold - 0.1) return;
    answered++;
    if (own.indexOf(surest) === labels[i]) right++;
  });
  return { coverage: answered / labels.length, accuracy: right / answered };
}
