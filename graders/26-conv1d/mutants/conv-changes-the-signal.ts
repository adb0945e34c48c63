/**
 * Rejected by: zeros at both ends
 * Plausible slip: the zeros are put into the list that was given.
 */
import { conv1d as honest, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1d(x: number[], kernel: readonly number[], options: Options = {}): number[] {
  for (let zeros = 0; zeros < (options.padding ?? 0); zeros++) {
    x.unshift(0);
    x.push(0);
  }
  return honest(x, kernel, { ...options, padding: 0 });
}
