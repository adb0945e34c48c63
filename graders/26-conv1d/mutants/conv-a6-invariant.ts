/**
 * Rejected by: moves with its input
 * A6 taken at its word: the responses do not move with the signal, the largest is always in front.
 */
import { conv1d as honest, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1d(x: readonly number[], kernel: readonly number[], options: Options = {}): number[] {
  const responses = honest(x, kernel, options);
  const peak = responses.indexOf(Math.max(...responses));
  return [...responses.slice(peak), ...responses.slice(0, peak)];
}
