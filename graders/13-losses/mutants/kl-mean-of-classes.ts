/**
 * Rejected by: divergence from one half
 * The slides show the unreduced form (C6); its mean over the classes is not the divergence, their sum is.
 */
import { SMALLEST } from '../../../solutions/13-losses/exercise.ts';

export function klDivergence(target: readonly number[], probabilities: readonly number[]): number {
  const terms = target.map(
    (share, c) => share * Math.log(Math.max(share, SMALLEST) / Math.max(probabilities[c]!, SMALLEST)),
  );
  return terms.reduce((sum, term) => sum + term, 0) / terms.length;
}
