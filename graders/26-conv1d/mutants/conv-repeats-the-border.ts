/**
 * Rejected by: zeros at both ends
 * Wrong padding: the first and the last sample are repeated.
 */
import { outLen, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1d(x: readonly number[], kernel: readonly number[], options: Options = {}): number[] {
  const { stride = 1, padding = 0, dilation = 1 } = options;
  const last = x.length - 1;
  const sampleAt = (index: number) => x[Math.min(last, Math.max(0, index))]!;
  return Array.from({ length: outLen(x.length, kernel.length, options) }, (_, i) =>
    kernel.reduce((sum, weight, j) => sum + weight * sampleAt(i * stride + j * dilation - padding), 0),
  );
}
