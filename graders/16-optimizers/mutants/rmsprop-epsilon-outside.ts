/**
 * Rejected by: rmsprop over twenty steps
 * C3, the convention of PyTorch: ε outside of the root.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function rmsprop(w: number, g: number, memory: Memory, { lr, decay, epsilon }: Settings): Stepped {
  const s = decay * (memory.s ?? 0) + (1 - decay) * g ** 2;
  return { w: w - (lr * g) / (Math.sqrt(s) + epsilon), memory: { s } };
}
