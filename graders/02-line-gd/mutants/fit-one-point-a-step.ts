/**
 * Rejected by: the loss falls at every step
 * Plausible slip: the slides call it SGD, so each step looks at one point only; the loss of all points then rises now and then.
 */
import { grad, mse, step, type Data, type Fit, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function fit(data: Data, { lr, steps }: { lr: number; steps: number }): Fit {
  let line: Line = { m: 0, c: 0 };
  const history = [mse(line.m, line.c, data)];
  let diverged = false;
  for (let i = 0; i < steps && !diverged; i++) {
    const { xs, ys } = data;
    const one = i % xs.length;
    line = step(line, grad(line.m, line.c, { xs: [xs[one]!], ys: [ys[one]!] }), lr);
    const loss = mse(line.m, line.c, data);
    history.push(loss);
    diverged = !(loss <= history[0]!);
  }
  return { ...line, history, diverged };
}
