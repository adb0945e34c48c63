/**
 * Rejected by: two steps of adamax
 * The largest gradient with its sign.
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
  const u = Math.max(beta2 * (memory.u ?? 0), g);
  return { w: w - ((lr / (1 - beta1 ** t)) * m) / (u + epsilon), memory: { t, m, u } };
}
