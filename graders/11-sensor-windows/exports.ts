import { pure, returns } from 'descent/grading';

/** What exercises/11-sensor-windows/exercise.ts exports. */
export const exports = {
  resampleLinear: pure(returns.numbers),
  resampleHold: pure(returns.numbers),
  alignSensors: pure(returns.record({ times: returns.numbers, rows: returns.list(returns.numbers) })),
  windows: pure(returns.list(returns.list(returns.numbers))),
  labelWindow: pure(returns.integer),
  chronoSplit: pure(returns.list(returns.record({ from: returns.integer, to: returns.integer }))),
  classWeights: pure(returns.numbers),
  trainDetector: returns.record({ model: returns.model, mean: returns.numbers, sd: returns.numbers }),
  detect: returns.numbers,
};
