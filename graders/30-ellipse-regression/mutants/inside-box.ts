/**
 * Rejected by: pixels in any ellipse
 * Plausible slip: the box around the ellipse.
 */
import { type Ellipse } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function isInside(
  [x, y, radiusX, radiusY]: Ellipse,
  row: number,
  column: number,
  size: number,
): boolean {
  const across = ((column + 0.5) / size - x) / radiusX;
  const down = ((row + 0.5) / size - y) / radiusY;
  return Math.abs(across) <= 1 && Math.abs(down) <= 1;
}
