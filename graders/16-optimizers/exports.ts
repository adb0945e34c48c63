import { pure, returns } from 'descent/grading';

/** What a rule remembers is its own affair. */
const rule = pure(returns.record({ w: returns.number, memory: returns.anything }));

/** What exercises/16-optimizers/exercise.ts exports. */
export const exports = {
  sgd: rule,
  stepAll: pure(returns.record({ weights: returns.numbers, memories: returns.list(returns.anything) })),
  momentum: rule,
  nesterov: rule,
  adagrad: rule,
  rmsprop: rule,
  adadelta: rule,
  adam: rule,
  adamax: rule,
  nadam: rule,
  ftrl: rule,
  factor: pure(returns.number),
  descend: pure(returns.list(returns.list(returns.anyNumber))),
  bestSettings: pure(
    returns.record({
      sgd: returns.record({ lr: returns.number }),
      momentum: returns.record({ lr: returns.number, beta: returns.number }),
    }),
  ),
};
