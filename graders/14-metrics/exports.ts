import { pure, returns } from 'descent/grading';

/** What exercises/14-metrics/exercise.ts exports. Scores may be NaN: 0 divided by 0 is unknown. */
export const exports = {
  accuracy: pure(returns.number),
  confusion: pure(returns.list(returns.list(returns.integer))),
  classScores: pure(
    returns.record({
      precision: returns.list(returns.anyNumber),
      recall: returns.list(returns.anyNumber),
      f1: returns.list(returns.anyNumber),
    }),
  ),
  balancedAccuracy: pure(returns.anyNumber),
  binaryCounts: pure(
    returns.record({ tp: returns.integer, fp: returns.integer, tn: returns.integer, fn: returns.integer }),
  ),
  regressionScores: pure(
    returns.record({ mae: returns.number, rmse: returns.number, r2: returns.anyNumber }),
  ),
  selective: pure(returns.record({ coverage: returns.number, accuracy: returns.anyNumber })),
};
