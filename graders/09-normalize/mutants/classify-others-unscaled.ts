/**
 * Rejected by: the loss falls by half
 * Plausible slip: the birds that are asked about are left in grams.
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
  const targets = training.labels.map((label) => [0, 1, 2].map((species) => (species === label ? 1 : 0)));
  const inputs = transform(training.rows, scaler);
  const { outputs, losses } = await learn(inputs, targets, others, {
    output: 'probabilities',
    epochs,
    seed,
  });
  return { probabilities: outputs, losses };
}
