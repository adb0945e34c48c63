import { asynchronous, pure, returns } from 'descent/grading';

const rows = returns.list(returns.numbers);

/** What exercises/09-normalize/exercise.ts exports. */
export const exports = {
  fitScaler: pure(returns.record({ shift: returns.numbers, scale: returns.numbers })),
  transform: pure(rows),
  inverse: pure(rows),
  conditionNumber: pure(returns.anyNumber),
  classify: asynchronous(returns.record({ probabilities: rows, losses: returns.list(returns.anyNumber) })),
  weigh: asynchronous(returns.numbers),
};
