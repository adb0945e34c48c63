import { pure, returns } from 'descent/grading';

/** What exercises/04-cubic-backprop/exercise.ts exports. */
export const exports = {
  design: pure(returns.list(returns.numbers)),
  predict: pure(returns.numbers),
  loss: pure(returns.number),
  heightGrads: pure(returns.numbers),
  grads: pure(returns.numbers),
  train: pure(
    returns.record({ w: returns.list(returns.anyNumber), history: returns.list(returns.anyNumber) }),
  ),
  sameRate: pure(returns.number),
};
