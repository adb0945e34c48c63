/**
 * Rejected by: the gradient at zero
 * B2 of the slides: an error of unknown sign, output minus target.
 */
import { net, type Data, type Gradient } from '../../../solutions/06-adaline/exercise.ts';

export function sseGrad(w: readonly number[], b: number, { xs, ys }: Data): Gradient {
  const dw = w.map(() => 0);
  let db = 0;
  xs.forEach((x, i) => {
    const error = net(w, b, x) - ys[i]!;
    x.forEach((feature, j) => (dw[j]! -= 2 * error * feature));
    db -= 2 * error;
  });
  return { dw, db };
}
