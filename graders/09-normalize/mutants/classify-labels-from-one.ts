/**
 * Rejected by: the loss falls by half
 * Plausible slip: labels are counted from 1, so that a Gentoo is nothing at all.
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
  { kind, epochs, seed }: Options,
): Promise<{ probabilities: number[][]; losses: number[] }> {
  const scaler = fitScaler(training.rows, kind);
  const targets = training.labels.map((label) => [1, 2, 3].map((species) => (species === label ? 1 : 0)));
  const inputs = transform(training.rows, scaler);
  const { outputs, losses } = await learn(inputs, targets, transform(others, scaler), {
    output: 'probabilities',
    epochs,
    seed,
  });
  return { probabilities: outputs, losses };
}
