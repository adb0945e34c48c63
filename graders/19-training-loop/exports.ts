import { pure, returns } from 'descent/grading';

/** What exercises/19-training-loop/exercise.ts exports. */
export const exports = {
  batchLoss: pure(returns.tensor([])),
  lossOfGuessing: pure(returns.number),
  validate: returns.record({ loss: returns.anyNumber, accuracy: returns.anyNumber }),
  trainOneEpoch: returns.anyNumber,
  fit: returns.record({
    history: returns.record({
      trainLoss: returns.list(returns.anyNumber),
      validationLoss: returns.list(returns.anyNumber),
      validationAccuracy: returns.list(returns.anyNumber),
    }),
    bestEpoch: returns.integer,
  }),
  overfitOneBatch: returns.anyNumber,
  buildNetwork: returns.model,
  createOptimizer: returns.anything,
};
