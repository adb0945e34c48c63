import { pure, returns } from 'descent/grading';

/** What exercises/02-line-gd/exercise.ts exports. */
export const exports = {
  predict: pure(returns.numbers),
  mse: pure(returns.number),
  grad: pure(returns.record({ dm: returns.number, dc: returns.number })),
  step: pure(returns.record({ m: returns.number, c: returns.number })),
  fit: pure(
    returns.record({
      m: returns.anyNumber,
      c: returns.anyNumber,
      history: returns.list(returns.anyNumber),
      diverged: returns.boolean,
    }),
  ),
};
