/**
 * Rejected by: two steps of rmsprop
 * The mean gradient is squared, instead of the mean of squares.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function rmsprop(w: number, g: number, memory: Memory, { lr, decay, epsilon }: Settings): Stepped {
  const m = decay * (memory.m ?? 0) + (1 - decay) * g;
  return { w: w - (lr * g) / Math.sqrt(m ** 2 + epsilon), memory: { m } };
}
