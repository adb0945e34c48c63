/**
 * Rejected by: the first two steps of the fit
 * Plausible slip: the gradient is taken once, before the loop.
 */
import { grad, mse, step, type Data, type Fit, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function fit(data: Data, { lr, steps }: { lr: number; steps: number }): Fit {
  let line: Line = { m: 0, c: 0 };
  const history = [mse(line.m, line.c, data)];
  const first = grad(0, 0, data);
  let diverged = false;
  for (let i = 0; i < steps && !diverged; i++) {
    line = step(line, first, lr);
    const loss = mse(line.m, line.c, data);
    history.push(loss);
    diverged = !(loss <= history[0]!);
  }
  return { ...line, history, diverged };
}
