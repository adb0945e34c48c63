/**
 * Rejected by: items of any seed
 * Plausible slip: any radius that fits.
 */
import { createStream, tf } from 'descent';
import { isInside, type Ellipse, type Item } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function ellipseItem(seed: number, i: number, size: number): Item {
  const stream = createStream(seed).derive(i);
  const between = (low: number, high: number) => low + (high - low) * stream.uniform();
  const [radiusX, radiusY] = [between(0.01, 0.5), between(0.01, 0.5)];
  const ellipse: Ellipse = [between(radiusX, 1 - radiusX), between(radiusY, 1 - radiusY), radiusX, radiusY];
  const color = () => [stream.uniform(), stream.uniform(), stream.uniform()];
  const [front, back] = [color(), color()];
  const places = Array.from({ length: size }, (_, place) => place);
  const rows = places.map((row) =>
    places.map((column) => (isInside(ellipse, row, column, size) ? front : back)),
  );
  return { image: tf.tensor3d(rows), ellipse };
}
