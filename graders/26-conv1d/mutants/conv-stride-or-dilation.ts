/**
 * Rejected by: any signal, any window
 * As in TensorFlow.js, only one of stride and dilation can be above 1; the other is dropped.
 */
import { conv1d as honest, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1d(x: readonly number[], kernel: readonly number[], options: Options = {}): number[] {
  const { stride = 1, dilation = 1 } = options;
  return honest(x, kernel, { ...options, dilation: stride > 1 ? 1 : dilation });
}
