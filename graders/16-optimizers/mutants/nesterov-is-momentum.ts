/**
 * Rejected by: three steps of nesterov
 * No look ahead: with the old velocity it is the same as momentum.
 */
import type { Memory, Settings, Stepped } from '../../../solutions/16-optimizers/exercise.ts';

export function nesterov(w: number, g: number, memory: Memory, { lr, beta }: Settings): Stepped {
  const before = memory.v ?? 0;
  return { w: w - lr * (g + beta * before), memory: { v: beta * before + g } };
}
