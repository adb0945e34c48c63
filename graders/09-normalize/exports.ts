import { asynchronous, pure, returns } from 'descent/grading';

const rows = returns.list(returns.numbers);
/** NaN passes here, so that a check can say where it is. */
const anyRows = returns.list(returns.list(returns.anyNumber));

/** What exercises/09-normalize/exercise.ts exports. */
export const exports = {
  fitScaler: pure(returns.record({ shift: returns.numbers, scale: returns.numbers })),
  transform: pure(anyRows),
  inverse: pure(anyRows),
  conditionNumber: pure(returns.anyNumber),
  classify: asynchronous(returns.record({ probabilities: rows, losses: returns.list(returns.anyNumber) })),
  weigh: asynchronous(returns.numbers),
};
