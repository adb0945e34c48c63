/**
 * Rejected by: a ring without the fast scale
 * Plausible slip: one slope a step instead of four.
 */
import { ONLINE_STEP, slowTendency, type Subgrid } from '../../../solutions/32-climate-emulator/exercise.ts';

export function online(
  subgrid: Subgrid,
  start: readonly number[],
  { forcing, steps }: { forcing: number; steps: number },
): number[][] {
  const run = [[...start]];
  const derivative = (X: readonly number[]) => slowTendency(X, subgrid(X), forcing);
  for (let step = 0; step < steps; step++)
    run.push(run[step]!.map((x, k) => x + ONLINE_STEP * derivative(run[step]!)[k]!));
  return run;
}
