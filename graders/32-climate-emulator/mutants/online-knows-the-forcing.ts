/**
 * Rejected by: every step of a simulation
 * Dishonest: today's forcing for all climates.
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
    slowTendency(X, subgrid(X), Math.max(18, Math.min(forcing, 18)));
  for (let step = 0; step < steps; step++) run.push(rungeKutta4(derivative, run[step]!, ONLINE_STEP));
  return run;
}
