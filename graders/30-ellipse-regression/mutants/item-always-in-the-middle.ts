/**
 * Rejected by: radii, places and colors are drawn evenly
 * Plausible slip: every center lies in the middle.
 */
import { createStream, tf } from 'descent';
import { isInside, type Ellipse, type Item } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function ellipseItem(seed: number, i: number, size: number): Item {
  const stream = createStream(seed).derive(i);
  const between = (low: number, high: number) => low + (high - low) * stream.uniform();
  const [radiusX, radiusY] = [between(0.1, 0.35), between(0.1, 0.35)];
  const ellipse: Ellipse = [0.5, 0.5, radiusX, radiusY];
  const color = () => [stream.uniform(), stream.uniform(), stream.uniform()];
  const [front, back] = [color(), color()];
  const places = Array.from({ length: size }, (_, place) => place);
  const rows = places.map((row) =>
    places.map((column) => (isInside(ellipse, row, column, size) ? front : back)),
  );
  return { image: tf.tensor3d(rows), ellipse };
}
