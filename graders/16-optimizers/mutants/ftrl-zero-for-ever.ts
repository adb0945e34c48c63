/**
 * Rejected by: l1 makes a weight exactly zero
 * A weight that is zero never comes back.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function ftrl(w: number, g: number, memory: Memory, { lr, start, l1, l2 }: Settings): Stepped {
  const before = memory.n ?? start;
  const n = before + g ** 2;
  const z = (memory.z ?? -Math.sqrt(start) * w) + lr * g - (Math.sqrt(n) - Math.sqrt(before)) * w;
  const stuck = memory.n !== undefined && w === 0;
  const shrunk = stuck ? 0 : Math.sign(z) * Math.max(0, Math.abs(z) - lr * l1);
  return { w: -shrunk / (Math.sqrt(n) + 2 * lr * l2), memory: { n, z } };
}
