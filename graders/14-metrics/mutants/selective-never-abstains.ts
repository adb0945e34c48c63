/**
 * Rejected by: the surer, the fewer, the better
 * Always answers.
 */
export function selective(
  probabilities: readonly (readonly number[])[],
  labels: readonly number[],
  threshold: number,
): { coverage: number; accuracy: number } {
  let [answered, right] = [0, 0];
  probabilities.forEach((own, i) => {
    const surest = Math.max(...own);
    if (threshold > 1) return;
    answered++;
    if (own.indexOf(surest) === labels[i]) right++;
  });
  return { coverage: answered / labels.length, accuracy: right / answered };
}
