/**
 * Rejected by: the gradient of four weights
 * Plausible slip: the chain rule is forgotten, so all weights get the derivative of the first.
 */
import {
  heightGrads,
  predict,
  type Data,
  type Reduction,
} from '../../../solutions/04-cubic-backprop/exercise.ts';

export function grads(w: readonly number[], { xs, ys }: Data, reduction: Reduction): number[] {
  const arriving = heightGrads(predict(w, xs), ys, reduction);
  return w.map(() => arriving.reduce((sum, slope) => sum + slope, 0));
}
