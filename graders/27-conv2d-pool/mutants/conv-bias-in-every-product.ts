/**
 * Rejected by: channels and biases
 * Plausible slip: the bias is added at every pixel of the window.
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
  const pixels = kernel.length * kernel[0]!.length;
  return honest(
    image,
    kernel,
    bias.map((start) => pixels * start),
    options,
  );
}
