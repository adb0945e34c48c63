/**
 * Rejected by: a frame of zeros, and larger steps
 * Plausible slip: the window moves by single rows.
 */
import {
  conv2d as honest,
  type Image,
  type Kernel,
  type Options,
} from '../../../solutions/27-conv2d-pool/exercise.ts';

export function conv2d(
  image: Image,
  kernel: Kernel,
  bias: readonly number[],
  options: Options = {},
): number[][][] {
  const { stride = 1 } = options;
  const dense = honest(image, kernel, bias, { ...options, stride: 1 });
  return dense.map((line) => line.filter((_, column) => column % stride === 0));
}
