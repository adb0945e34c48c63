import { asynchronous, pure, returns } from 'descent/grading';

const scale = returns.record({ mean: returns.number, sd: returns.number });

/** What exercises/21-penguins-regress/exercise.ts exports. */
export const exports = {
  features: pure(returns.list(returns.numbers)),
  fitScale: pure(scale),
  toUnits: pure(returns.numbers),
  toGrams: pure(returns.numbers),
  report: pure(
    returns.record({
      rmse: returns.number,
      r2: returns.number,
      ratioMean: returns.number,
      ratioSd: returns.number,
    }),
  ),
  buildModel: returns.model,
  run: asynchronous(
    returns.record({
      model: returns.model,
      inputScales: returns.list(scale),
      massScale: scale,
      history: returns.record({
        trainRmse: returns.list(returns.anyNumber),
        validationRmse: returns.list(returns.anyNumber),
      }),
    }),
  ),
  predictMass: returns.numbers,
};
