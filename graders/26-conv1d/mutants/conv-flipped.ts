/**
 * Rejected by: a window slides
 * The convolution of mathematics: the kernel is turned around.
 */
import { outLen, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1d(x: readonly number[], kernel: readonly number[], options: Options = {}): number[] {
  const { stride = 1, padding = 0, dilation = 1 } = options;
  const flipped = kernel.toReversed();
  return Array.from({ length: outLen(x.length, kernel.length, options) }, (_, i) =>
    flipped.reduce((sum, weight, j) => sum + weight * (x[i * stride + j * dilation - padding] ?? 0), 0),
  );
}
