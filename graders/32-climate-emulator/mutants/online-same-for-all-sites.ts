/**
 * Rejected by: every step of a simulation
 * Plausible slip: U of the first site for all; where all X are the same, nobody sees it.
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
  const derivative = (X: readonly number[]) =>
    slowTendency(
      X,
      X.map(() => subgrid(X)[0]!),
      forcing,
    );
  for (let step = 0; step < steps; step++) run.push(rungeKutta4(derivative, run[step]!, ONLINE_STEP));
  return run;
}
