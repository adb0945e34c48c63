/**
 * Rejected by: the first two steps of the fit
 * Plausible slip: c is never updated.
 */
import { grad, mse, step, type Data, type Fit, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function fit(data: Data, { lr, steps }: { lr: number; steps: number }): Fit {
  let line: Line = { m: 0, c: 0 };
  const history = [mse(line.m, line.c, data)];
  let diverged = false;
  for (let i = 0; i < steps && !diverged; i++) {
    line = { ...line, m: step(line, grad(line.m, line.c, data), lr).m };
    const loss = mse(line.m, line.c, data);
    history.push(loss);
    diverged = !(loss <= history[0]!);
  }
  return { ...line, history, diverged };
}
