/**
 * Rejected by: a brake that is asked at every stage
 * Plausible slip: U stands still while the step is taken.
 */
import {
  ONLINE_STEP,
  rungeKutta4,
  slowTendency,
  type Subgrid,
} from '../../../solutions/32-climate-emulator/exercise.ts';

export function online(
  subgrid: Subgrid,
  start: readonly number[],
  { forcing, steps }: { forcing: number; steps: number },
): number[][] {
  const run = [[...start]];
  for (let step = 0; step < steps; step++) {
    const U = subgrid(run[step]!);
    run.push(rungeKutta4((X) => slowTendency(X, U, forcing), run[step]!, ONLINE_STEP));
  }
  return run;
}
