import { pure, returns, type Returned } from 'descent/grading';

const layer = returns.record({ w: returns.list(returns.numbers), b: returns.numbers });
const network = returns.record({ hidden: layer, output: layer });

/** A whole number of epochs, or '+'. */
const epochs: Returned<number | '+'> = {
  words: "a whole number or '+'",
  read: (value) => (value === '+' ? { value } : returns.integer.read(value)),
};

const outcome = { best: returns.number, epochsToTarget: epochs };

/** What exercises/23-batch-vs-lr/exercise.ts exports. */
export const exports = {
  updatesPerEpoch: pure(returns.integer),
  reduce: pure(network),
  update: pure(network),
  sameSteps: pure(returns.number),
  createNetwork: network,
  run: returns.record({ ...outcome, network }),
  gridRun: returns.list(returns.record({ lr: returns.number, batch: returns.integer, ...outcome })),
  whichReduction: pure(returns.text),
};
