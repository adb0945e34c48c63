/**
 * Rejected by: steps under a constant gradient
 * The velocity is cut off, so that it never gets to g / (1 − β).
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function momentum(w: number, g: number, memory: Memory, { lr, beta }: Settings): Stepped {
  const v = beta * (memory.v ?? 0) + g;
  const limited = Math.min(v, (0.9 * g) / (1 - beta));
  return { w: w - lr * limited, memory: { v: limited } };
}
