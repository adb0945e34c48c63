/**
 * Rejected by: radii, places and colors are drawn evenly
 * Plausible slip: one number for all three channels.
 */
import { createStream, tf } from 'descent';
import { isInside, type Ellipse, type Item } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function ellipseItem(seed: number, i: number, size: number): Item {
  const stream = createStream(seed).derive(i);
  const between = (low: number, high: number) => low + (high - low) * stream.uniform();
  const [radiusX, radiusY] = [between(0.1, 0.35), between(0.1, 0.35)];
  const ellipse: Ellipse = [between(radiusX, 1 - radiusX), between(radiusY, 1 - radiusY), radiusX, radiusY];
  const color = () => Array<number>(3).fill(stream.uniform());
  const [front, back] = [color(), color()];
  const places = Array.from({ length: size }, (_, place) => place);
  const rows = places.map((row) =>
    places.map((column) => (isInside(ellipse, row, column, size) ? front : back)),
  );
  return { image: tf.tensor3d(rows), ellipse };
}
