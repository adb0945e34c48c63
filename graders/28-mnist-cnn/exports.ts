import { asynchronous, pure, returns } from 'descent/grading';

/** What exercises/28-mnist-cnn/exercise.ts exports. */
export const exports = {
  toImages: pure(returns.tensor([null, 28, 28, 1], 'float32')),
  oneHot: pure(returns.tensor([null, 10], 'float32')),
  buildCnn: returns.model,
  buildMlp: returns.model,
  shapes: returns.list(returns.numbers),
  train: asynchronous(returns.numbers),
  accuracy: returns.number,
  worstMistakes: returns.list(
    returns.record({
      index: returns.integer,
      truth: returns.integer,
      named: returns.integer,
      probability: returns.number,
    }),
  ),
  firstFilters: returns.list(returns.list(returns.numbers)),
};
