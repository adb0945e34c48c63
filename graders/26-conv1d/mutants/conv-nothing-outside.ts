/**
 * Rejected by: zeros at both ends
 * Plausible slip: what stands outside of the list is undefined, and its product NaN.
 */
import { outLen, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1d(x: readonly number[], kernel: readonly number[], options: Options = {}): number[] {
  const { stride = 1, padding = 0, dilation = 1 } = options;
  return Array.from({ length: outLen(x.length, kernel.length, options) }, (_, i) =>
    kernel.reduce((sum, weight, j) => sum + weight * x[i * stride + j * dilation - padding]!, 0),
  );
}
