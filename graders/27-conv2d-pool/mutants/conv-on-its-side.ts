/**
 * Rejected by: a window slides over an image
 * Plausible slip: rows and columns of the kernel are exchanged.
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
  const turned = kernel[0]!.map((_, j) => kernel.map((line) => line[j]!));
  return honest(image, turned, bias, options);
}
