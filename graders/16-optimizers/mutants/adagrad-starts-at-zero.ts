/**
 * Rejected by: two steps of adagrad
 * The sum of squares starts at 0, whatever is asked for.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adagrad(w: number, g: number, memory: Memory, { lr, epsilon }: Settings): Stepped {
  const G = (memory.G ?? 0) + g ** 2;
  return { w: w - (lr * g) / Math.sqrt(G + epsilon), memory: { G } };
}
