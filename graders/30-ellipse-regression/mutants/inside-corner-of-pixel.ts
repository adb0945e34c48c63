/**
 * Rejected by: pixels in a flat ellipse
 * Plausible slip: the upper left corner of the pixel instead of its middle.
 */
import { type Ellipse } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function isInside(
  [x, y, radiusX, radiusY]: Ellipse,
  row: number,
  column: number,
  size: number,
): boolean {
  const across = (column / size - x) / radiusX;
  const down = (row / size - y) / radiusY;
  return across ** 2 + down ** 2 <= 1;
}
