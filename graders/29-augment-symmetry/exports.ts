import { asynchronous, pure, returns } from 'descent/grading';

const image = returns.list(returns.numbers);

/** What exercises/29-augment-symmetry/exercise.ts exports. */
export const exports = {
  translate: pure(image),
  brighten: pure(image),
  rotate: pure(image),
  augmentBatch: pure(returns.list(image)),
  augmenter: returns.function,
  buildCnn: returns.model,
  buildMlp: returns.model,
  fit: asynchronous(returns.numbers),
  sensitivity: returns.numbers,
  confusion: returns.list(returns.numbers),
};
