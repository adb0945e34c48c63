/**
 * Rejected by: the gradient of four weights
 * Plausible slip: the derivative of wₖ·xᵏ by x instead of by wₖ.
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
  return w.map((weight, k) =>
    arriving.reduce((sum, slope, i) => sum + slope * k * weight * rows[i]![Math.max(0, k - 1)]!, 0),
  );
}
