/**
 * Rejected by: divergence from one half
 * Curriculum: target and prediction exchanged, as a caller of KLDivLoss easily does.
 */
import { SMALLEST } from '../../../solutions/13-losses/exercise.ts';

export function klDivergence(target: readonly number[], probabilities: readonly number[]): number {
  return probabilities.reduce(
    (sum, p, c) => sum + p * Math.log(Math.max(p, SMALLEST) / Math.max(target[c]!, SMALLEST)),
    0,
  );
}
