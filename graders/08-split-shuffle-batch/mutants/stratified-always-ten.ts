/**
 * Rejected by: as many of any combination
 * Dishonest: ten of each kind, as in the visible example.
 */
import { createStream } from 'descent';
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function stratifiedSplit(
  labels: readonly string[],
  groups: readonly string[],
  _perGroup: number,
  seed: number,
): Division {
  const training: number[] = [];
  const validation: number[] = [];
  const taken = new Map<string, number>();
  for (const row of createStream(seed).permutation(labels.length)) {
    const combination = JSON.stringify([labels[row], groups[row]]);
    const count = taken.get(combination) ?? 0;
    taken.set(combination, count + 1);
    (count < 10 ? validation : training).push(row);
  }
  return { training, validation };
}
