/**
 * Rejected by: gradient at the origin
 * Plausible slip: the 2 of the squared error is lost.
 */
import { predict, type Data, type Gradient } from '../../../solutions/02-line-gd/exercise.ts';

export function grad(m: number, c: number, { xs, ys }: Data): Gradient {
  const n = xs.length;
  let dm = 0;
  let dc = 0;
  predict(m, c, xs).forEach((height, i) => {
    const error = height - ys[i]!;
    dm += (error * xs[i]!) / n;
    dc += error / n;
  });
  return { dm, dc };
}
