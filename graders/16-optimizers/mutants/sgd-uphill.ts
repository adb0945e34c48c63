/**
 * Rejected by: one step of sgd
 * The learning rate with its sign flipped: up the loss.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function sgd(w: number, g: number, memory: Memory, { lr }: Settings): Stepped {
  return { w: w + lr * g, memory };
}
