/**
 * Rejected by: a window slides
 * Wrong padding: always as much as keeps the length.
 */
import { outLen, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1d(x: readonly number[], kernel: readonly number[], options: Options = {}): number[] {
  const { stride = 1, dilation = 1 } = options;
  const padding = Math.floor((dilation * (kernel.length - 1)) / 2);
  return Array.from({ length: outLen(x.length, kernel.length, { stride, padding, dilation }) }, (_, i) =>
    kernel.reduce((sum, weight, j) => sum + weight * (x[i * stride + j * dilation - padding] ?? 0), 0),
  );
}
