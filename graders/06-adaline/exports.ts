import { pure, returns } from 'descent/grading';

/** What training returns. Where it diverges, numbers may overflow. */
const training = returns.record({
  w: returns.list(returns.anyNumber),
  b: returns.anyNumber,
  losses: returns.list(returns.anyNumber),
  diverged: returns.boolean,
});

/** What exercises/06-adaline/exercise.ts exports. */
export const exports = {
  net: pure(returns.number),
  classify: pure(returns.integer),
  sse: pure(returns.number),
  sseGrad: pure(returns.record({ dw: returns.numbers, db: returns.number })),
  trainBatch: pure(training),
  trainOnline: pure(training),
  scaleFeatures: pure(returns.list(returns.numbers)),
};
