/**
 * Rejected by: gradient equals finite differences
 * The slides' error A2 in the gradient: m·x − c − y, which is right only where c is 0.
 */
import { type Data, type Gradient } from '../../../solutions/02-line-gd/exercise.ts';

export function grad(m: number, c: number, { xs, ys }: Data): Gradient {
  const n = xs.length;
  let dm = 0;
  let dc = 0;
  xs.forEach((x, i) => {
    const error = m * x - c - ys[i]!;
    dm += (2 / n) * error * x;
    dc += (2 / n) * error;
  });
  return { dm, dc };
}
