import { pure, returns } from 'descent/grading';

const layer = returns.record({ w: returns.list(returns.numbers), b: returns.numbers });
const net = returns.record({ first: layer, second: layer });

/** What exercises/15-backprop-mlp/exercise.ts exports. */
export const exports = {
  dense: pure(returns.numbers),
  forward: pure(returns.record({ h: returns.numbers, y: returns.numbers })),
  loss: pure(returns.number),
  backward: pure(net),
  gradients: pure(net),
  gradCheck: pure(returns.number),
  train: pure(returns.record({ net, history: returns.numbers })),
};
