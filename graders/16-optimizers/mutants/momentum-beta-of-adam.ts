/**
 * Rejected by: momentum over twenty steps
 * Plausible slip: another beta of the settings, which is the same in the visible check.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function momentum(w: number, g: number, memory: Memory, { lr, beta1 }: Settings): Stepped {
  const v = beta1 * (memory.v ?? 0) + g;
  return { w: w - lr * v, memory: { v } };
}
