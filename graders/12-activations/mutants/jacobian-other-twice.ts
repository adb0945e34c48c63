/**
 * Rejected by: a row of derivatives at scores 1, 2, 3
 * Plausible slip: pⱼ where pᵢ belongs; the same at equal scores.
 */
import { softmax } from '../../../solutions/12-activations/exercise.ts';

export function softmaxJacobian(scores: readonly number[]): number[][] {
  const probabilities = softmax(scores);
  return probabilities.map((_, i) => probabilities.map((other, j) => other * ((i === j ? 1 : 0) - other)));
}
