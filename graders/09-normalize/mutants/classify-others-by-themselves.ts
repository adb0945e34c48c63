/**
 * Rejected by: a bird among giants
 * Plausible slip: the other birds get a scaler of their own, as the training birds did.
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
  const { outputs, losses } = await learn(inputs, targets, transform(others, fitScaler(others, kind)), {
    output: 'probabilities',
    epochs,
    seed,
  });
  return { probabilities: outputs, losses };
}
