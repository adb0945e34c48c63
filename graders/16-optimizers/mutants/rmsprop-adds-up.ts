/**
 * Rejected by: two steps of rmsprop
 * The square comes in as a whole.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function rmsprop(w: number, g: number, memory: Memory, { lr, decay, epsilon }: Settings): Stepped {
  const s = decay * (memory.s ?? 0) + g ** 2;
  return { w: w - (lr * g) / Math.sqrt(s + epsilon), memory: { s } };
}
