/**
 * Rejected by: two steps of adam
 * t is 1 in every step.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adam(w: number, g: number, memory: Memory, { lr, beta1, beta2, epsilon }: Settings): Stepped {
  const m = beta1 * (memory.m ?? 0) + (1 - beta1) * g;
  const v = beta2 * (memory.v ?? 0) + (1 - beta2) * g ** 2;
  const size = Math.sqrt(v / (1 - beta2)) + epsilon;
  return { w: w - (lr * m) / (1 - beta1) / size, memory: { m, v } };
}
