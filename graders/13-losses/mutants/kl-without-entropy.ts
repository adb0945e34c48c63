/**
 * Rejected by: divergence from one half
 * Plausible slip: the crossentropy, which is not 0 where both are the same.
 */
import { categoricalCrossentropy } from '../../../solutions/13-losses/exercise.ts';

export function klDivergence(target: readonly number[], probabilities: readonly number[]): number {
  return categoricalCrossentropy(target, probabilities, 'probabilities');
}
