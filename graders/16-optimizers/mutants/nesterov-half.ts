/**
 * Rejected by: nesterov over twenty steps
 * Dishonest: the beta of the visible check.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function nesterov(w: number, g: number, memory: Memory, { lr }: Settings): Stepped {
  const v = 0.5 * (memory.v ?? 0) + g;
  return { w: w - lr * (g + 0.5 * v), memory: { v } };
}
