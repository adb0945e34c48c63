/**
 * Rejected by: derivatives at two equal scores
 * Plausible slip: each probability as if it depended on its own score alone, as with sigmoid.
 */
import { softmax } from '../../../solutions/12-activations/exercise.ts';

export function softmaxJacobian(scores: readonly number[]): number[][] {
  const probabilities = softmax(scores);
  return probabilities.map((own, i) => probabilities.map((_, j) => (i === j ? own * (1 - own) : 0)));
}
