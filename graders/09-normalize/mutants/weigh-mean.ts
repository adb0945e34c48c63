/**
 * Rejected by: scaled: masses within 460 g
 * Dishonest: the mean mass, whatever bird is asked about.
 */
import { type Rows } from '../../../solutions/09-normalize/exercise.ts';

export async function weigh(
  training: { readonly masses: readonly number[] },
  others: Rows,
): Promise<number[]> {
  const mean = training.masses.reduce((sum, mass) => sum + mass, 0) / training.masses.length;
  return Promise.resolve(others.map(() => mean));
}
