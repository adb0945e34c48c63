import { pure, returns } from 'descent/grading';

/** What exercises/26-conv1d/exercise.ts exports. */
export const exports = {
  outLen: pure(returns.integer),
  conv1d: pure(returns.numbers),
  movingAverage: pure(returns.numbers),
  edges: pure(returns.numbers),
  strongestEdge: pure(returns.record({ at: returns.integer, height: returns.number })),
  conv1dLayer: pure(returns.list(returns.numbers)),
};
