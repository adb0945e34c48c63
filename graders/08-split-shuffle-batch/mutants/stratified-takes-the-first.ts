/**
 * Rejected by: the lot decides who is taken
 * Plausible slip: the first of each kind in the file are taken, without a lot.
 */
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function stratifiedSplit(
  labels: readonly string[],
  groups: readonly string[],
  perGroup: number,
  _seed: number,
): Division {
  const training: number[] = [];
  const validation: number[] = [];
  const taken = new Map<string, number>();
  for (const row of labels.keys()) {
    const combination = JSON.stringify([labels[row], groups[row]]);
    const count = taken.get(combination) ?? 0;
    taken.set(combination, count + 1);
    (count < perGroup ? validation : training).push(row);
  }
  return { training, validation };
}
