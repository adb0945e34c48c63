/**
 * Rejected by: the numbers of TensorFlow.js
 * Dishonest: the answers of the visible checks.
 */
import { type Image, type Kernel, type Options } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function conv2d(
  _image: Image,
  _kernel: Kernel,
  bias: readonly number[],
  options: Options = {},
): number[][][] {
  if (bias.length === 2) {
    return [
      [
        [9, 27],
        [10, 30],
      ],
    ];
  }
  const rows = options.padding === 1 ? ['-1 0 0', '6 1 0'] : ['4 0 2', '4 1 0'];
  return rows.map((row) => row.split(' ').map((value) => [Number(value)]));
}
