/**
 * Rejected by: a window slides over an image
 * Wrong padding: always as many zeros as keep the size.
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
  const padding = Math.floor(kernel.length / 2);
  return honest(image, kernel, bias, { ...options, padding });
}
