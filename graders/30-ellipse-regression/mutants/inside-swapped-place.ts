/**
 * Rejected by: pixels in any ellipse
 * Plausible slip: x is measured along the rows, y along the columns.
 */
import { type Ellipse } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function isInside(
  [x, y, radiusX, radiusY]: Ellipse,
  row: number,
  column: number,
  size: number,
): boolean {
  const across = ((row + 0.5) / size - x) / radiusY;
  const down = ((column + 0.5) / size - y) / radiusX;
  return across ** 2 + down ** 2 <= 1;
}
