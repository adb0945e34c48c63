import { instance, pure, returns } from 'descent/grading';

const layer = returns.record({ w: returns.list(returns.numbers), b: returns.numbers });
const network = returns.record({ hidden: layer, output: layer });

/** What exercises/25-regularize/exercise.ts exports. */
export const exports = {
  penalty: pure(returns.number),
  penaltyGradient: pure(returns.list(returns.numbers)),
  dropout: pure(returns.numbers),
  lrSchedule: pure(returns.number),
  EarlyStopping: instance({ update: returns.boolean, result: network }),
  step: pure(network),
  createNetwork: network,
  fit: returns.record({
    network,
    history: returns.record({
      train: returns.list(returns.anyNumber),
      validation: returns.list(returns.anyNumber),
    }),
  }),
};
