/**
 * Rejected by: gradient equals finite differences
 * Plausible slip: the number of points of the slides instead of n.
 */
import { predict, type Data, type Gradient } from '../../../solutions/02-line-gd/exercise.ts';

export function grad(m: number, c: number, { xs, ys }: Data): Gradient {
  let dm = 0;
  let dc = 0;
  predict(m, c, xs).forEach((height, i) => {
    const error = height - ys[i]!;
    dm += (2 / 3) * error * xs[i]!;
    dc += (2 / 3) * error;
  });
  return { dm, dc };
}
