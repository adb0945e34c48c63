/**
 * Rejected by: the first step of adam
 * C1, the ADAM of the slide: neither a mean gradient nor corrections.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adam(w: number, g: number, memory: Memory, { lr, beta2, epsilon }: Settings): Stepped {
  const v = beta2 * (memory.v ?? 0) + (1 - beta2) * g ** 2;
  return { w: w - (lr * g) / Math.sqrt(v + epsilon), memory: { v } };
}
