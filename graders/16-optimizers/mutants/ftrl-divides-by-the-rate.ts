/**
 * Rejected by: ftrl over twenty steps
 * The form with √n / lr, which fails where the rate is 0.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function ftrl(w: number, g: number, memory: Memory, { lr, start, l1, l2 }: Settings): Stepped {
  const before = memory.n ?? start;
  const n = before + g ** 2;
  const z = (memory.z ?? (-Math.sqrt(start) / lr) * w) + g - ((Math.sqrt(n) - Math.sqrt(before)) / lr) * w;
  const shrunk = Math.sign(z) * Math.max(0, Math.abs(z) - l1);
  return { w: -shrunk / (Math.sqrt(n) / lr + 2 * l2), memory: { n, z } };
}
