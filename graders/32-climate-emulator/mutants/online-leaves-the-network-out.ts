/**
 * Rejected by: the simulation follows the network
 * Dishonest: the network runs inside for as long as a short test lasts; then it is left out.
 */
import {
  ONLINE_STEP,
  rivals,
  rungeKutta4,
  slowTendency,
  type Subgrid,
  type Truth,
} from '../../../solutions/32-climate-emulator/exercise.ts';

export function online(
  subgrid: Subgrid,
  start: readonly number[],
  { forcing, steps }: { forcing: number; steps: number },
): number[][] {
  const run = [[...start]];
  for (let step = 0; step < steps; step++) {
    const derivative = (X: readonly number[]) =>
      slowTendency(X, step < 50 ? subgrid(X) : X.map(() => 0), forcing);
    run.push(rungeKutta4(derivative, run[step]!, ONLINE_STEP));
  }
  return run;
}

/** A cubic stands for the network: it is found without training, and the check is about what becomes of it. */
export function train(truth: Truth): Promise<Subgrid> {
  return Promise.resolve(rivals({ X: truth.X.slice(0, 50), U: truth.U.slice(0, 50) }).cubic);
}
