import { asynchronous, pure, returns } from 'descent/grading';

const row = returns.record({
  hidden: returns.numbers,
  parameters: returns.number,
  accuracy: returns.number,
  model: returns.model,
});

/** What exercises/17-hidden-layers/exercise.ts exports. */
export const exports = {
  byHand: returns.record({ w: returns.numbers, b: returns.number }),
  withCross: pure(returns.list(returns.numbers)),
  withSquares: pure(returns.list(returns.numbers)),
  buildNetwork: returns.model,
  train: asynchronous(returns.anything),
  accuracy: returns.number,
  xorStarts: asynchronous(
    returns.list(returns.record({ seed: returns.number, solved: returns.boolean, model: returns.model })),
  ),
  compare: asynchronous(returns.list(row)),
  smallest: pure(returns.anything),
};
