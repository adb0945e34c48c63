import { asynchronous, pure, returns } from 'descent/grading';

/** What exercises/22-binary-spectra/exercise.ts exports. */
export const exports = {
  buildModel: returns.model,
  predict: returns.numbers,
  crossEntropy: pure(returns.number),
  train: asynchronous(
    returns.record({
      trainLoss: returns.list(returns.anyNumber),
      validationLoss: returns.list(returns.anyNumber),
    }),
  ),
  counts: pure(
    returns.record({ tp: returns.number, fp: returns.number, tn: returns.number, fn: returns.number }),
  ),
  sweep: pure(
    returns.list(
      returns.record({
        threshold: returns.number,
        accuracy: returns.number,
        precision: returns.anyNumber,
        recall: returns.anyNumber,
      }),
    ),
  ),
  pickThreshold: pure(returns.number),
};
