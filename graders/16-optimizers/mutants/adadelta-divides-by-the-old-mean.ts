/**
 * Rejected by: two steps of adadelta
 * What TensorFlow.js does: the mean square has not seen the present gradient.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adadelta(w: number, g: number, memory: Memory, { lr, decay, epsilon }: Settings): Stepped {
  const { s = 0, u = 0 } = memory;
  const d = g * Math.sqrt((u + epsilon) / (s + epsilon));
  const next = { s: decay * s + (1 - decay) * g ** 2, u: decay * u + (1 - decay) * d ** 2 };
  return { w: w - lr * d, memory: next };
}
