/**
 * Rejected by: the gradient at zero
 * B4 of the slides: there is no slope for the bias.
 */
import { net, type Data, type Gradient } from '../../../solutions/06-adaline/exercise.ts';

export function sseGrad(w: readonly number[], b: number, { xs, ys }: Data): Gradient {
  const dw = w.map(() => 0);
  const db = 0;
  xs.forEach((x, i) => {
    const error = ys[i]! - net(w, b, x);
    x.forEach((feature, j) => (dw[j]! -= 2 * error * feature));
  });
  return { dw, db };
}
