/**
 * Rejected by: the gradient at zero
 * B5 of the slides: the gradient of the mean where the loss is a sum.
 */
import { net, type Data, type Gradient } from '../../../solutions/06-adaline/exercise.ts';

export function sseGrad(w: readonly number[], b: number, { xs, ys }: Data): Gradient {
  const dw = w.map(() => 0);
  let db = 0;
  xs.forEach((x, i) => {
    const error = ys[i]! - net(w, b, x);
    x.forEach((feature, j) => (dw[j]! -= 2 * error * feature));
    db -= 2 * error;
  });
  return { dw: dw.map((slope) => slope / xs.length), db: db / xs.length };
}
