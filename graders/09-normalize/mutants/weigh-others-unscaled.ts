/**
 * Rejected by: masses of birds, in grams
 * Plausible slip: the birds that are asked about are left in millimeters.
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
  { kind, epochs, seed }: Options,
): Promise<number[]> {
  const masses = training.masses.map((mass) => [mass]);
  const scaler = fitScaler(training.rows, 'standard');
  const ofMasses = fitScaler(masses, kind);
  const inputs = transform(training.rows, scaler);
  const { outputs } = await learn(inputs, transform(masses, ofMasses), others, {
    output: 'numbers',
    epochs,
    seed,
  });
  return inverse(outputs, ofMasses).map(([mass]) => mass!);
}
