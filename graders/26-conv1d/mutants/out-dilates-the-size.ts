/**
 * Rejected by: how many places
 * Plausible slip: the gap behind the last number of the window belongs to it, too.
 */
import { type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function outLen(
  length: number,
  size: number,
  { stride = 1, padding = 0, dilation = 1 }: Options = {},
): number {
  const room = length + 2 * padding - dilation * size;
  return Math.max(0, Math.floor(room / stride) + 1);
}
