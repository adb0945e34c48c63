/**
 * Rejected by: adadelta over twenty steps
 * The paper has no learning rate; the exercise has.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adadelta(w: number, g: number, memory: Memory, { decay, epsilon }: Settings): Stepped {
  const s = decay * (memory.s ?? 0) + (1 - decay) * g ** 2;
  const u = memory.u ?? 0;
  const d = g * Math.sqrt((u + epsilon) / (s + epsilon));
  return { w: w - d, memory: { s, u: decay * u + (1 - decay) * d ** 2 } };
}
