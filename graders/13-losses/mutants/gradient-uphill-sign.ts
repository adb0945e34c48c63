/**
 * Rejected by: gradient at three equal logits
 * Plausible slip: target minus prediction, the direction of the step instead of the gradient.
 */
import { sparseCategoricalCrossentropy } from '../../../solutions/13-losses/exercise.ts';

export function logitGradient(label: number, logits: readonly number[]): number[] {
  const p = logits.map((_, c) => Math.exp(-sparseCategoricalCrossentropy(c, logits, 'logits')));
  return p.map((probability, c) => (c === label ? 1 : 0) - probability);
}
