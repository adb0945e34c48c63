/**
 * Rejected by: jumps up and down
 * Plausible slip: only the last sample of the window minus the first one.
 */
import { conv1d } from '../../../solutions/26-conv1d/exercise.ts';

export function edges(x: readonly number[], width: number): number[] {
  return conv1d(x, [-1, ...new Array<number>(2 * width - 2).fill(0), 1]);
}
