/**
 * Rejected by: gradient at the origin
 * Plausible slip: y − height, so both slopes point the other way.
 */
import { predict, type Data, type Gradient } from '../../../solutions/02-line-gd/exercise.ts';

export function grad(m: number, c: number, { xs, ys }: Data): Gradient {
  const n = xs.length;
  let dm = 0;
  let dc = 0;
  predict(m, c, xs).forEach((height, i) => {
    const error = ys[i]! - height;
    dm += (2 / n) * error * xs[i]!;
    dc += (2 / n) * error;
  });
  return { dm, dc };
}
