/**
 * Rejected by: three quarters of the variance explained
 * Dishonest: nothing is trained; three round masses, one for each species.
 */
import {
  type Bird,
  type WeighedBird,
  SPECIES,
  type History,
  type Trained,
  features,
  fitScale,
  report,
  buildModel,
  massesOf,
} from '../../../solutions/21-penguins-regress/exercise.ts';

export function predictMass(_trained: Omit<Trained, 'history'>, birds: readonly Bird[]): number[] {
  return birds.map(({ species }) => [3500, 3500, 5000][SPECIES.indexOf(species)]!);
}

export function run(
  training: readonly WeighedBird[],
  validation: readonly WeighedBird[],
  { seed }: { epochs: number; seed: number },
): Promise<Trained> {
  const rows = features(training);
  const inputScales = rows[0]!.map((_, j) => fitScale(rows.map((row) => row[j]!)));
  const massScale = fitScale(massesOf(training));
  const model = buildModel(seed);
  const history: History = { trainRmse: [], validationRmse: [] };
  const trained = { model, inputScales, massScale, history };
  const note = () => {
    history.trainRmse.push(report(predictMass(trained, training), massesOf(training)).rmse);
    history.validationRmse.push(report(predictMass(trained, validation), massesOf(validation)).rmse);
  };

  note();
  return Promise.resolve(trained);
}
