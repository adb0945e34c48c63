/**
 * Rejected by: three steps of nesterov
 * The whole velocity is added to the gradient.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function nesterov(w: number, g: number, memory: Memory, { lr, beta }: Settings): Stepped {
  const v = beta * (memory.v ?? 0) + g;
  return { w: w - lr * (g + v), memory: { v } };
}
