import { asynchronous, pure, returns } from 'descent/grading';

/** What exercises/03-sgd-trajectory/exercise.ts exports. */
export const exports = {
  item: pure(returns.record({ x: returns.number, y: returns.number })),
  makeLinear: pure(returns.record({ xs: returns.numbers, ys: returns.numbers })),
  batches: pure(returns.list(returns.list(returns.integer))),
  slopeOf: pure(returns.record({ loss: returns.number, dm: returns.number, dn: returns.number })),
  sgd: pure(
    returns.record({
      m: returns.number,
      n: returns.number,
      trajectory: returns.list(
        returns.record({ m: returns.number, n: returns.number, loss: returns.number }),
      ),
    }),
  ),
  converged: pure(returns.boolean),
  fitCurve: asynchronous(returns.numbers),
};
