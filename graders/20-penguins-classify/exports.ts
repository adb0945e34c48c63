import { asynchronous, pure, returns } from 'descent/grading';

/** What exercises/20-penguins-classify/exercise.ts exports. */
export const exports = {
  features: pure(returns.list(returns.numbers)),
  fitScaler: pure(returns.record({ mean: returns.numbers, sd: returns.numbers })),
  scale: pure(returns.list(returns.numbers)),
  buildModel: returns.model,
  run: asynchronous(
    returns.record({
      model: returns.model,
      scaler: returns.record({ mean: returns.numbers, sd: returns.numbers }),
      history: returns.record({
        trainLoss: returns.list(returns.anyNumber),
        validationLoss: returns.list(returns.anyNumber),
        validationAccuracy: returns.list(returns.anyNumber),
      }),
    }),
  ),
  predictSpecies: returns.list(returns.record({ species: returns.text, probabilities: returns.numbers })),
};
