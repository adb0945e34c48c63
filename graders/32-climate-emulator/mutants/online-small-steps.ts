/**
 * Rejected by: a ring without the fast scale
 * Plausible slip: the step of the truth.
 */
import {
  rungeKutta4,
  slowTendency,
  TRUTH_STEP,
  type Subgrid,
} from '../../../solutions/32-climate-emulator/exercise.ts';

export function online(
  subgrid: Subgrid,
  start: readonly number[],
  { forcing, steps }: { forcing: number; steps: number },
): number[][] {
  const run = [[...start]];
  const derivative = (X: readonly number[]) => slowTendency(X, subgrid(X), forcing);
  for (let step = 0; step < steps; step++) run.push(rungeKutta4(derivative, run[step]!, TRUTH_STEP));
  return run;
}
