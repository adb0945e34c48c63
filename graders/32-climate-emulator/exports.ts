import { asynchronous, pure, returns } from 'descent/grading';

const rows = returns.list(returns.numbers);

/** What exercises/32-climate-emulator/exercise.ts exports. */
export const exports = {
  slowTendency: pure(returns.numbers),
  fastTendency: pure(returns.numbers),
  coupling: pure(returns.numbers),
  simulateTruth: pure(returns.record({ X: rows, U: rows })),
  features: pure(rows),
  cyclic: returns.numbers,
  softplus: returns.number,
  train: asynchronous(returns.function),
  // A run that explodes ends in NaN; that is for checks to judge.
  online: returns.list(returns.list(returns.anyNumber)),
  report: returns.record({ today: returns.number, warmer: returns.number, drop: returns.number }),
  // Given with the exercise; pictures show it beside the network.
  rivals: returns.record({ none: returns.function, cubic: returns.function }),
};
