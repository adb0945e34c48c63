/**
 * Rejected by: turned by a quarter
 * The belief that convolutions do not mind turns: the mean of the responses of the kernel in four directions.
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
  const turn = (from: Kernel): Kernel => from[0]!.map((_, j) => from.map((line) => line.at(-1 - j)!));
  const kernels = [kernel, turn(kernel), turn(turn(kernel)), turn(turn(turn(kernel)))];
  const all = kernels.map((other) => honest(image, other, bias, options));
  return all[0]!.map((line, row) =>
    line.map((pixel, column) =>
      pixel.map((_, filter) => all.reduce((sum, one) => sum + one[row]![column]![filter]!, 0) / 4),
    ),
  );
}
