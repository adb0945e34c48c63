/**
 * Rejected by: ftrl over twenty steps
 * Plausible slip: shrunk by l1 instead of lr · l1, which is the same where lr is 1.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function ftrl(w: number, g: number, memory: Memory, { lr, start, l1, l2 }: Settings): Stepped {
  const before = memory.n ?? start;
  const n = before + g ** 2;
  const z = (memory.z ?? -Math.sqrt(start) * w) + lr * g - (Math.sqrt(n) - Math.sqrt(before)) * w;
  const shrunk = Math.sign(z) * Math.max(0, Math.abs(z) - l1);
  return { w: -shrunk / (Math.sqrt(n) + 2 * lr * l2), memory: { n, z } };
}
