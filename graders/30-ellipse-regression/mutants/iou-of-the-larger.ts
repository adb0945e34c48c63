/**
 * Rejected by: the overlap of any two ellipses
 * Plausible slip: divided by the larger ellipse instead of both together.
 */
import { isInside, type Ellipse } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function iou(one: Ellipse, other: Ellipse, size: number): number {
  let [both, ones, others] = [0, 0, 0];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [first, second] = [isInside(one, row, column, size), isInside(other, row, column, size)];
      if (first && second) both++;
      if (first) ones++;
      if (second) others++;
    }
  }
  const either = Math.max(ones, others);
  return either === 0 ? 0 : both / either;
}
