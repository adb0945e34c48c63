/**
 * Rejected by: in grams: more than 600 g off
 * Plausible slip: the kind is not looked at. Ten epochs are enough to see it.
 */
import {
  fitScaler,
  inverse,
  learn,
  transform,
  type Options,
  type Rows,
} from '../../../solutions/09-normalize/exercise.ts';

export async function weigh(
  training: { readonly rows: Rows; readonly masses: readonly number[] },
  others: Rows,
  { epochs, seed }: Options,
): Promise<number[]> {
  const masses = training.masses.map((mass) => [mass]);
  const scaler = fitScaler(training.rows, 'standard');
  const ofMasses = fitScaler(masses, 'standard');
  const inputs = transform(training.rows, scaler);
  const { outputs } = await learn(inputs, transform(masses, ofMasses), transform(others, scaler), {
    output: 'numbers',
    epochs: Math.min(epochs, 10),
    seed,
  });
  return inverse(outputs, ofMasses).map(([mass]) => mass!);
}
