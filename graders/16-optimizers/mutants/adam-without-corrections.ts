/**
 * Rejected by: the first step of adam
 * Neither mean is corrected for its start at 0.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adam(w: number, g: number, memory: Memory, { lr, beta1, beta2, epsilon }: Settings): Stepped {
  const m = beta1 * (memory.m ?? 0) + (1 - beta1) * g;
  const v = beta2 * (memory.v ?? 0) + (1 - beta2) * g ** 2;
  return { w: w - (lr * m) / (Math.sqrt(v) + epsilon), memory: { m, v } };
}
