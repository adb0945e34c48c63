/**
 * Rejected by: the image shows its ellipse
 * Plausible slip: every pixel draws a color of its own.
 */
import { createStream, tf } from 'descent';
import { isInside, type Ellipse, type Item } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function ellipseItem(seed: number, i: number, size: number): Item {
  const stream = createStream(seed).derive(i);
  const between = (low: number, high: number) => low + (high - low) * stream.uniform();
  const [radiusX, radiusY] = [between(0.1, 0.35), between(0.1, 0.35)];
  const ellipse: Ellipse = [between(radiusX, 1 - radiusX), between(radiusY, 1 - radiusY), radiusX, radiusY];
  const color = () => [stream.uniform(), stream.uniform(), stream.uniform()];
  const back = color();
  const places = Array.from({ length: size }, (_, place) => place);
  const rows = places.map((row) =>
    places.map((column) => (isInside(ellipse, row, column, size) ? color() : back)),
  );
  return { image: tf.tensor3d(rows), ellipse };
}
