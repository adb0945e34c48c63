/**
 * Rejected by: derivatives at two equal scores
 * Plausible slip: −pᵢ·pⱼ on the diagonal too.
 */
import { softmax } from '../../../solutions/12-activations/exercise.ts';

export function softmaxJacobian(scores: readonly number[]): number[][] {
  const probabilities = softmax(scores);
  return probabilities.map((own) => probabilities.map((other) => -own * other));
}
