/**
 * Rejected by: the first two steps of the fit
 * Plausible slip: the history begins after the first step.
 */
import { grad, mse, step, type Data, type Fit, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function fit(data: Data, { lr, steps }: { lr: number; steps: number }): Fit {
  let line: Line = { m: 0, c: 0 };
  const start = mse(0, 0, data);
  const history: number[] = [];
  let diverged = false;
  for (let i = 0; i < steps && !diverged; i++) {
    line = step(line, grad(line.m, line.c, data), lr);
    const loss = mse(line.m, line.c, data);
    history.push(loss);
    diverged = !(loss <= start);
  }
  return { ...line, history, diverged };
}
