/**
 * Rejected by: any image, any window
 * Plausible slip: as many places to the right as downward.
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
  const responses = honest(image, kernel, bias, options);
  return responses.map((line) => line.slice(0, responses.length));
}
