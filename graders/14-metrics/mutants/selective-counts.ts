/**
 * Rejected by: four digits, three answers
 * The number of answers, not their share.
 */
export function selective(
  probabilities: readonly (readonly number[])[],
  labels: readonly number[],
  threshold: number,
): { coverage: number; accuracy: number } {
  let [answered, right] = [0, 0];
  probabilities.forEach((own, i) => {
    const surest = Math.max(...own);
    if (surest < threshold) return;
    answered++;
    if (own.indexOf(surest) === labels[i]) right++;
  });
  return { coverage: answered, accuracy: right / answered };
}
