/**
 * Rejected by: moves with the image
 * A6 taken at its word: the response does not move, its largest number is always at the top left.
 */
import {
  conv2d as honest,
  moved,
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
  const places = responses.flatMap((line, row) => line.map(([value], column) => ({ value, row, column })));
  const peak = places.reduce((one, other) => (other.value! > one.value! ? other : one));
  return moved(responses, -peak.row, -peak.column) as number[][][];
}
