/**
 * Rejected by: no slope at the best cubic
 * Plausible slip: the features are taken without their sign; positive xs, as in the example, do not show it.
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
  const rows = design(xs.map(Math.abs));
  return w.map((_, k) => arriving.reduce((sum, slope, i) => sum + slope * rows[i]![k]!, 0));
}
