/**
 * Rejected by: adamax over twenty steps
 * ε is left out.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function adamax(w: number, g: number, memory: Memory, { lr, beta1, beta2 }: Settings): Stepped {
  const t = (memory.t ?? 0) + 1;
  const m = beta1 * (memory.m ?? 0) + (1 - beta1) * g;
  const u = Math.max(beta2 * (memory.u ?? 0), Math.abs(g));
  return { w: w - ((lr / (1 - beta1 ** t)) * m) / u, memory: { t, m, u } };
}
