/**
 * Rejected by: three steps with momentum
 * The velocity does not get into the memory.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function momentum(w: number, g: number, memory: Memory, { lr, beta }: Settings): Stepped {
  const v = beta * (memory.v ?? 0) + g;
  return { w: w - lr * v, memory };
}
