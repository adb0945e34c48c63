/**
 * Rejected by: two steps of adamax
 * The largest gradient is corrected, too, although it does not start too small.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adamax(
  w: number,
  g: number,
  memory: Memory,
  { lr, beta1, beta2, epsilon }: Settings,
): Stepped {
  const t = (memory.t ?? 0) + 1;
  const m = beta1 * (memory.m ?? 0) + (1 - beta1) * g;
  const u = Math.max(beta2 * (memory.u ?? 0), Math.abs(g));
  const size = u / (1 - beta2 ** t) + epsilon;
  return { w: w - ((lr / (1 - beta1 ** t)) * m) / size, memory: { t, m, u } };
}
