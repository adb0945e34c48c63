import type { Stream } from 'descent/grading';
import { drawImage, drawKernel, from, responsesOf, type Pixels } from './images.ts';

/** Sobel's weights: what rises along one side, smoothed along the other. */
const RISE = [-1, 0, 1];
const SMOOTH = [1, 2, 1];

/** An image and a layer for it: wider than high, with different numbers of channels, filters, and pixels on each side. */
export function drawConvolution(stream: Stream) {
  const [channels, filters] = [from(stream, 1, 3), from(stream, 4, 5)];
  return {
    image: drawImage(stream, from(stream, 5, 7), from(stream, 9, 12), channels),
    weights: drawKernel(stream, [from(stream, 2, 3), from(stream, 4, 5), channels, filters]),
    bias: Array.from({ length: filters }, () => stream.normal()),
  };
}

/** How a gray image gets brighter to the right and downward, and how strongly together. */
export function gradientsOf(image: Pixels): Record<'x' | 'y' | 'strength', number[][]> {
  const alongBoth = (across: readonly number[], downward: readonly number[]) => {
    const kernel = downward.map((one) => across.map((other) => [[one * other]]));
    return responsesOf(image, kernel, [0], { stride: 1, padding: 0 }).map((line) => line.flat());
  };
  const [x, y] = [alongBoth(RISE, SMOOTH), alongBoth(SMOOTH, RISE)];
  const strength = x.map((line, row) => line.map((value, i) => Math.sqrt(value ** 2 + y[row]![i]! ** 2)));
  return { x, y, strength };
}

/** Three weights for the corners, the sides and the middle: the same after every turn by a quarter. */
export function symmetricKernel(corner: number, side: number, middle: number) {
  const rows = [
    [corner, side, corner],
    [side, middle, side],
    [corner, side, corner],
  ];
  return rows.map((row) => row.map((weight) => [[weight]]));
}
