/**
 * Rejected by: probabilities of three scores
 * Plausible slip: the probabilities are written into the list that the caller owns.
 */
export function softmax(scores: readonly number[]): number[] {
  const own = scores as number[];
  const largest = Math.max(...own);
  for (let i = 0; i < own.length; i++) own[i] = Math.exp(own[i]! - largest);
  const total = own.reduce((sum, power) => sum + power, 0);
  return own.map((power) => power / total);
}
