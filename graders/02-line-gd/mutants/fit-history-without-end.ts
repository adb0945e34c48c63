/**
 * Rejected by: the first two steps of the fit
 * Plausible slip: the loss is noted before each step, so the last one is missing.
 */
import { grad, mse, step, type Data, type Fit, type Line } from '../../../solutions/02-line-gd/exercise.ts';

export function fit(data: Data, { lr, steps }: { lr: number; steps: number }): Fit {
  let line: Line = { m: 0, c: 0 };
  const history: number[] = [];
  let diverged = false;
  for (let i = 0; i < steps && !diverged; i++) {
    const loss = mse(line.m, line.c, data);
    history.push(loss);
    diverged = !(loss <= history[0]!);
    line = step(line, grad(line.m, line.c, data), lr);
  }
  return { ...line, history, diverged };
}
