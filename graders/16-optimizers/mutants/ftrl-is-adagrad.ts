/**
 * Rejected by: two steps of ftrl with penalties
 * Dishonest: without penalties it is the same.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function ftrl(w: number, g: number, memory: Memory, { lr, start }: Settings): Stepped {
  const n = (memory.n ?? start) + g ** 2;
  return { w: w - (lr * g) / Math.sqrt(n), memory: { n } };
}
