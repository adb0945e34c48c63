/**
 * Rejected by: two steps of nadam
 * Both parts are corrected with t, though one of them looks ahead.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function nadam(
  w: number,
  g: number,
  memory: Memory,
  { lr, beta1, beta2, epsilon }: Settings,
): Stepped {
  const t = (memory.t ?? 0) + 1;
  const m = beta1 * (memory.m ?? 0) + (1 - beta1) * g;
  const v = beta2 * (memory.v ?? 0) + (1 - beta2) * g ** 2;
  const mean = (beta1 * m + (1 - beta1) * g) / (1 - beta1 ** t);
  const size = Math.sqrt(v / (1 - beta2 ** t)) + epsilon;
  return { w: w - (lr * mean) / size, memory: { t, m, v } };
}
