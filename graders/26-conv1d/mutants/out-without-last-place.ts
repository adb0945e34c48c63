/**
 * Rejected by: how many places
 * Plausible slip: the window is subtracted, and the place where it starts is not counted.
 */
import { type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function outLen(
  length: number,
  size: number,
  { stride = 1, padding = 0, dilation = 1 }: Options = {},
): number {
  const room = length + 2 * padding - dilation * (size - 1) - 1;
  return Math.max(0, Math.floor(room / stride));
}
