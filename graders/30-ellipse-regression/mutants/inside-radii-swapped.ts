/**
 * Rejected by: pixels in a flat ellipse
 * Slides, A14: the longer radius is taken for the vertical one.
 */
import { type Ellipse } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function isInside(
  [x, y, radiusX, radiusY]: Ellipse,
  row: number,
  column: number,
  size: number,
): boolean {
  const across = ((column + 0.5) / size - x) / radiusY;
  const down = ((row + 0.5) / size - y) / radiusX;
  return across ** 2 + down ** 2 <= 1;
}
