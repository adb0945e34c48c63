/**
 * Rejected by: pixels in a flat ellipse
 * Plausible slip: the center is given in fractions, the pixel is not.
 */
import { type Ellipse } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function isInside(
  [x, y, radiusX, radiusY]: Ellipse,
  row: number,
  column: number,
  size: number,
): boolean {
  const across = (column + 0.5 + 0 * size - x) / radiusX;
  const down = (row + 0.5 - y) / radiusY;
  return across ** 2 + down ** 2 <= 1;
}
