/**
 * Rejected by: a slope by hand
 * Plausible slip: the middle line weighs as much as its neighbors, which is the filter of Prewitt.
 */
import { conv2d, type Gradients } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function sobel(gray: readonly (readonly number[])[]): Gradients {
  const kernel = [-1, 0, 1].map((down) => [-1, 0, 1].map((right) => [[right, down]]));
  const arrows = conv2d(
    gray.map((line) => line.map((value) => [value])),
    kernel,
    [0, 0],
  );
  const part = (index: number) => arrows.map((line) => line.map((arrow) => arrow[index]!));
  const strength = arrows.map((line) => line.map((arrow) => Math.hypot(...arrow)));
  return { x: part(0), y: part(1), strength };
}
