/**
 * Rejected by: the gradient of four weights
 * Plausible slip: the powers run from 1 to 4.
 */
import {
  design,
  heightGrads,
  predict,
  type Data,
  type Reduction,
} from '../../../solutions/04-cubic-backprop/exercise.ts';

export function grads(w: readonly number[], { xs, ys }: Data, reduction: Reduction): number[] {
  const arriving = heightGrads(predict(w, xs), ys, reduction);
  const rows = design(xs);
  return w.map((_, k) => arriving.reduce((sum, slope, i) => sum + slope * rows[i]![k]! * xs[i]!, 0));
}
