/**
 * Rejected by: the overlap of two ellipses
 * Plausible slip: twice the common pixels, divided by all of both.
 */
import { isInside, type Ellipse } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function iou(one: Ellipse, other: Ellipse, size: number): number {
  let [both, either] = [0, 0];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [first, second] = [isInside(one, row, column, size), isInside(other, row, column, size)];
      if (first && second) both++;
      if (first || second) either++;
    }
  }
  return either === 0 ? 0 : (2 * both) / (both + either);
}
