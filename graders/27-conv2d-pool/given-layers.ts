import { largestOf, meanOf, pooled, responsesOf, rolled, type Pixels } from './images.ts';

/** The weights that the exercise gives for its convolutions. */
const GIVEN = [
  [0, 1, 0],
  [-1, 2, 1],
  [0, -1, 0],
].map((line) => line.map((weight) => [[weight]]));

/** A convolution with them that goes on behind each border at the opposite one: a window begins one pixel before its place. */
function convolved(image: Pixels, stride: number): Pixels {
  const start = rolled(image, 1, 1);
  const lines = [...start, ...start.slice(0, 2)];
  const wide = lines.map((line) => [...line, ...line.slice(0, 2)]);
  return responsesOf(wide, GIVEN, [0], { stride, padding: 0 });
}

/** The layers that the exercise gives, computed without it. */
export const givenLayers = {
  conv: (image: Pixels) => convolved(image, 1),
  stridedConv: (image: Pixels) => convolved(image, 2),
  maxPool: (image: Pixels): Pixels => pooled(image, 2, 2, largestOf),
  globalAverage: (image: Pixels): Pixels => [[[meanOf(image.flat(2))]]],
};
