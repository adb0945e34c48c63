/**
 * Rejected by: digits that a model is sure of
 * Only the first three classes, as in the example.
 */
export function selective(
  probabilities: readonly (readonly number[])[],
  labels: readonly number[],
  threshold: number,
): { coverage: number; accuracy: number } {
  let [answered, right] = [0, 0];
  probabilities.forEach((own, i) => {
    const surest = Math.max(...own.slice(0, 3));
    if (surest < threshold) return;
    answered++;
    if (own.indexOf(surest) === labels[i]) right++;
  });
  return { coverage: answered / labels.length, accuracy: right / answered };
}
