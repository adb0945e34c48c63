/**
 * Rejected by: a window slides over an image
 * The convolution of mathematics: the kernel is turned around.
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
  const flipped = kernel.map((line) => line.toReversed()).toReversed();
  return honest(image, flipped, bias, options);
}
