/**
 * Rejected by: a calm ring wakes up
 * Plausible slip: the beginning, which is no weather yet, is not skipped.
 */
import {
  coupling,
  fastTendency,
  rungeKutta4,
  SITES,
  slowTendency,
  TRUTH_STEP,
  type State,
  type Truth,
} from '../../../solutions/32-climate-emulator/exercise.ts';

export function simulateTruth(
  start: State,
  { forcing, count, every }: { forcing: number; skip: number; count: number; every: number },
): Truth {
  const apart = (both: readonly number[]) => ({ X: both.slice(0, SITES), Y: both.slice(SITES) });
  const derivative = (both: readonly number[]) => {
    const state = apart(both);
    return [...slowTendency(state.X, coupling(state.Y), forcing), ...fastTendency(state)];
  };
  let both = [...start.X, ...start.Y];
  const advance = (steps: number) => {
    for (let step = 0; step < steps; step++) {
      both = rungeKutta4(derivative, both, TRUTH_STEP);
    }
  };
  const truth: { X: number[][]; U: number[][] } = { X: [], U: [] };
  for (let snapshot = 0; snapshot < count; snapshot++) {
    advance(every);
    const { X, Y } = apart(both);
    truth.X.push(X);
    truth.U.push(coupling(Y));
  }
  return truth;
}
