/**
 * Rejected by: three probabilities for each bird
 * Plausible slip: the label itself is the target, not a row of three.
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
  const targets = training.labels.map((label) => [label]);
  const inputs = transform(training.rows, scaler);
  const { outputs, losses } = await learn(inputs, targets, transform(others, scaler), {
    output: 'numbers',
    epochs,
    seed,
  });
  return { probabilities: outputs, losses };
}
