/**
 * Rejected by: a jump by hand
 * Plausible slip: the first half of the kernel is positive, as in a kernel that is turned around.
 */
import { edges as honest } from '../../../solutions/26-conv1d/exercise.ts';

export function edges(x: readonly number[], width: number): number[] {
  return honest(x, width).map((response) => -response);
}
