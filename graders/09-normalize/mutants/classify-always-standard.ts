/**
 * Rejected by: as they are: no better than guessing
 * Plausible slip: the kind is not looked at. Ten epochs are enough to see it.
 */
import {
  fitScaler,
  learn,
  transform,
  type Options,
  type Rows,
} from '../../../solutions/09-normalize/exercise.ts';

export async function classify(
  training: { readonly rows: Rows; readonly labels: readonly number[] },
  others: Rows,
  { epochs, seed }: Options,
): Promise<{ probabilities: number[][]; losses: number[] }> {
  const scaler = fitScaler(training.rows, 'standard');
  const targets = training.labels.map((label) => [0, 1, 2].map((species) => (species === label ? 1 : 0)));
  const inputs = transform(training.rows, scaler);
  const { outputs, losses } = await learn(inputs, targets, transform(others, scaler), {
    output: 'probabilities',
    epochs: Math.min(epochs, 10),
    seed,
  });
  return { probabilities: outputs, losses };
}
