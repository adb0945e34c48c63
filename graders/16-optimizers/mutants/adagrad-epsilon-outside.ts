/**
 * Rejected by: adagrad over twenty steps
 * ε outside of the root: the other convention, which the exercise does not ask for.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adagrad(w: number, g: number, memory: Memory, { lr, start, epsilon }: Settings): Stepped {
  const G = (memory.G ?? start) + g ** 2;
  return { w: w - (lr * g) / (Math.sqrt(G) + epsilon), memory: { G } };
}
