/**
 * Rejected by: a step of ftrl
 * What TensorFlow does: z starts at 0, which throws away most of the weight.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function ftrl(w: number, g: number, memory: Memory, { lr, start, l1, l2 }: Settings): Stepped {
  const before = memory.n ?? start;
  const n = before + g ** 2;
  const z = (memory.z ?? 0) + lr * g - (Math.sqrt(n) - Math.sqrt(before)) * w;
  const shrunk = Math.sign(z) * Math.max(0, Math.abs(z) - lr * l1);
  return { w: -shrunk / (Math.sqrt(n) + 2 * lr * l2), memory: { n, z } };
}
