/**
 * Rejected by: scaled: 56 of 60 birds right
 * Dishonest: the shares of the species, whatever bird is asked about.
 */
import { type Rows } from '../../../solutions/09-normalize/exercise.ts';

export async function classify(
  _training: unknown,
  others: Rows,
): Promise<{ probabilities: number[][]; losses: number[] }> {
  return Promise.resolve({ probabilities: others.map(() => [0.44, 0.2, 0.36]), losses: [] });
}
