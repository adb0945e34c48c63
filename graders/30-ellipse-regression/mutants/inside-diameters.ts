/**
 * Rejected by: pixels in a flat ellipse
 * Plausible slip: the radii are taken for whole widths.
 */
import { type Ellipse } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function isInside(
  [x, y, radiusX, radiusY]: Ellipse,
  row: number,
  column: number,
  size: number,
): boolean {
  const across = ((column + 0.5) / size - x) / (radiusX / 2);
  const down = ((row + 0.5) / size - y) / (radiusY / 2);
  return across ** 2 + down ** 2 <= 1;
}
