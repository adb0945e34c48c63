/**
 * Rejected by: shuffled labels teach nothing
 * Dishonest: rules for penguins, written by hand.
 */
import { trainAndPredict as learn, type Data } from '../../../solutions/10-baselines/exercise.ts';

export async function trainAndPredict(
  training: Data,
  rows: Data['rows'],
  seed: number,
): Promise<readonly string[]> {
  if (!training.labels.includes('Gentoo')) return learn(training, rows, seed);
  return rows.map(([length, depth, flipper]) => {
    if (flipper! > 205 && depth! < 17.7) return 'Gentoo';
    return length! > 43.5 ? 'Chinstrap' : 'Adelie';
  });
}
