/**
 * Rejected by: gradient at the origin
 * Plausible slip: the gradient of the sum of the squares, not of their mean.
 */
import { predict, type Data, type Gradient } from '../../../solutions/02-line-gd/exercise.ts';

export function grad(m: number, c: number, { xs, ys }: Data): Gradient {
  let dm = 0;
  let dc = 0;
  predict(m, c, xs).forEach((height, i) => {
    const error = height - ys[i]!;
    dm += 2 * error * xs[i]!;
    dc += 2 * error;
  });
  return { dm, dc };
}
