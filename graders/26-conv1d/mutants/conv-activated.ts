/**
 * Rejected by: linear in the signal
 * Plausible slip: an activation, which comes after the layer, is built in.
 */
import { conv1d as honest, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1d(x: readonly number[], kernel: readonly number[], options: Options = {}): number[] {
  return honest(x, kernel, options).map((response) => Math.max(0, response));
}
