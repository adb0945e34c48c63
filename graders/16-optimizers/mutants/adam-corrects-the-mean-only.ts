/**
 * Rejected by: the first step of adam
 * The mean square is not corrected.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adam(w: number, g: number, memory: Memory, { lr, beta1, beta2, epsilon }: Settings): Stepped {
  const t = (memory.t ?? 0) + 1;
  const m = beta1 * (memory.m ?? 0) + (1 - beta1) * g;
  const v = beta2 * (memory.v ?? 0) + (1 - beta2) * g ** 2;
  const mean = m / (1 - beta1 ** t);
  return { w: w - (lr * mean) / (Math.sqrt(v) + epsilon), memory: { t, m, v } };
}
