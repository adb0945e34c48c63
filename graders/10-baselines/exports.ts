import { asynchronous, pure, returns } from 'descent/grading';

/** What exercises/10-baselines/exercise.ts exports. */
export const exports = {
  majority: pure(returns.text),
  accuracy: pure(returns.number),
  meanPredictor: pure(returns.number),
  rmse: pure(returns.number),
  permuteLabels: pure(returns.list(returns.text)),
  trainAndPredict: asynchronous(returns.list(returns.text)),
  permutationTest: asynchronous(
    returns.record({ real: returns.number, nulls: returns.numbers, p: returns.number }),
  ),
  leakProbe: pure(returns.list(returns.record({ column: returns.text, accuracy: returns.number }))),
  explainColumns: returns.record({
    island: returns.text,
    flipper: returns.text,
    place: returns.text,
    ring: returns.text,
    year: returns.text,
  }),
};
