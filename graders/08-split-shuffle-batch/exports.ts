import { pure, returns } from 'descent/grading';

const data = returns.record({ xs: returns.list(returns.numbers), ys: returns.list(returns.text) });
const division = returns.record({
  training: returns.list(returns.integer),
  validation: returns.list(returns.integer),
});

/** What exercises/08-split-shuffle-batch/exercise.ts exports. */
export const exports = {
  shuffle: pure(data),
  split: pure(returns.list(returns.list(returns.integer))),
  stratifiedSplit: pure(division),
  batches: pure(returns.list(data)),
  tailSplit: pure(division),
};
