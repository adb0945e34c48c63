/**
 * Rejected by: grads equals finite differences
 * Dishonest: the heights are taken to be 0, as in the example.
 */
import {
  design,
  heightGrads,
  type Data,
  type Reduction,
} from '../../../solutions/04-cubic-backprop/exercise.ts';

export function grads(w: readonly number[], { xs, ys }: Data, reduction: Reduction): number[] {
  const arriving = heightGrads(
    xs.map(() => 0),
    ys,
    reduction,
  );
  const rows = design(xs);
  return w.map((_, k) => arriving.reduce((sum, slope, i) => sum + slope * rows[i]![k]!, 0));
}
