/**
 * Rejected by: two steps of adagrad
 * C2, what the slide leaves undefined: the present square instead of the sum of all.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adagrad(w: number, g: number, memory: Memory, { lr, start, epsilon }: Settings): Stepped {
  return { w: w - (lr * g) / Math.sqrt(start + g ** 2 + epsilon), memory };
}
