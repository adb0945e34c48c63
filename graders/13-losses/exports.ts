import { pure, returns } from 'descent/grading';

/** What exercises/13-losses/exercise.ts exports. */
export const exports = {
  reduce: pure(returns.anything),
  squaredError: returns.number,
  absoluteError: returns.number,
  huber: returns.number,
  logCosh: returns.number,
  percentageError: returns.number,
  squaredLogarithmicError: returns.number,
  poisson: returns.number,
  cosineDistance: pure(returns.number),
  hinge: returns.number,
  binaryCrossentropy: returns.number,
  sparseCategoricalCrossentropy: pure(returns.number),
  categoricalCrossentropy: pure(returns.number),
  klDivergence: pure(returns.number),
  logitGradient: pure(returns.numbers),
  bestSlope: pure(returns.number),
};
