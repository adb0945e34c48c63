/**
 * Rejected by: the overlap of two ellipses
 * Plausible slip: the share of pixels on which both agree, and most agree to be outside.
 */
import { isInside, type Ellipse } from '../../../solutions/30-ellipse-regression/exercise.ts';

export function iou(one: Ellipse, other: Ellipse, size: number): number {
  let [both, either] = [0, 0];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [first, second] = [isInside(one, row, column, size), isInside(other, row, column, size)];
      if (first === second) both++;
      either++;
    }
  }
  return either === 0 ? 0 : both / either;
}
