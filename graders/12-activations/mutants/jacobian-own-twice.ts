/**
 * Rejected by: a row of derivatives at scores 1, 2, 3
 * Plausible slip: pᵢ twice, beside the diagonal too; the same at equal scores.
 */
import { softmax } from '../../../solutions/12-activations/exercise.ts';

export function softmaxJacobian(scores: readonly number[]): number[][] {
  const probabilities = softmax(scores);
  return probabilities.map((own, i) => probabilities.map((_, j) => own * ((i === j ? 1 : 0) - own)));
}
