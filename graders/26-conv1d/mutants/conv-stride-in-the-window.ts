/**
 * Rejected by: steps and gaps
 * Plausible slip: stride and dilation are mixed up.
 */
import { conv1d as honest, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1d(x: readonly number[], kernel: readonly number[], options: Options = {}): number[] {
  const { stride = 1, padding = 0, dilation = 1 } = options;
  return honest(x, kernel, { stride: dilation, padding, dilation: stride });
}
