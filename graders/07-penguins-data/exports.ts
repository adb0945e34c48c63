import { instance, pure, returns } from 'descent/grading';

/** A row of the table, its cells still texts. */
const row = returns.record({
  species: returns.text,
  island: returns.text,
  bill_length_mm: returns.text,
  bill_depth_mm: returns.text,
  flipper_length_mm: returns.text,
  body_mass_g: returns.text,
  sex: returns.text,
  year: returns.text,
});

/** What exercises/07-penguins-data/exercise.ts exports. */
export const exports = {
  parseCsv: pure(returns.list(row)),
  clean: pure(returns.list(row)),
  countBy: pure(returns.anything),
  encodeSex: pure(returns.integer),
  labelMap: pure(returns.anything),
  PenguinSet: instance({
    get: returns.record({ features: returns.anything, target: returns.integer }),
  }),
};
