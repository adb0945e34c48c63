/**
 * Rejected by: the prediction of the slides
 * Plausible slip: divided by the number of classes, as a mean of outputs is.
 */
import { sparseCategoricalCrossentropy, type From } from '../../../solutions/13-losses/exercise.ts';

export function categoricalCrossentropy(
  target: readonly number[],
  outputs: readonly number[],
  from: From,
): number {
  const losses = target.map((share, c) => share * sparseCategoricalCrossentropy(c, outputs, from));
  return losses.reduce((sum, loss) => sum + loss, 0) / target.length;
}
