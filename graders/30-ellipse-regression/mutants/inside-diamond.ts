/**
 * Rejected by: pixels in a flat ellipse
 * Plausible slip: distances are added without being squared.
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
  return Math.abs(across) + Math.abs(down) <= 1;
}
