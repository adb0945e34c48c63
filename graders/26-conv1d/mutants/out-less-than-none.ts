/**
 * Rejected by: places of any window
 * Plausible slip: a window that is longer than the signal.
 */
import { type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function outLen(
  length: number,
  size: number,
  { stride = 1, padding = 0, dilation = 1 }: Options = {},
): number {
  const room = length + 2 * padding - dilation * (size - 1) - 1;
  return Math.floor(room / stride) + 1;
}
