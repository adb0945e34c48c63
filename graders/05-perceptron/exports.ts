import { pure, returns } from 'descent/grading';

/** What exercises/05-perceptron/exercise.ts exports. */
export const exports = {
  output: pure(returns.integer),
  update: pure(returns.record({ w: returns.numbers, b: returns.number })),
  train: pure(
    returns.record({
      w: returns.numbers,
      b: returns.number,
      updates: returns.integer,
      converged: returns.boolean,
    }),
  ),
  boundary: pure(returns.number),
  updateBound: pure(returns.anyNumber),
};
