/**
 * Rejected by: grads equals finite differences
 * Plausible slip: = where += is meant, so only the last point counts, the only one that is off in the example.
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
  const last = design(xs).at(-1)!;
  return w.map((_, k) => arriving.at(-1)! * last[k]!);
}
