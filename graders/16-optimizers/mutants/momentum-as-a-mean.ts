/**
 * Rejected by: three steps with momentum
 * The gradient comes in with 1 − β only, as in the mean of adam.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function momentum(w: number, g: number, memory: Memory, { lr, beta }: Settings): Stepped {
  const v = beta * (memory.v ?? 0) + (1 - beta) * g;
  return { w: w - lr * v, memory: { v } };
}
