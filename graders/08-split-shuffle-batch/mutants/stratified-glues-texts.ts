/**
 * Rejected by: as many of any combination
 * Plausible slip: "A" with "B1" and "AB" with "1" make the same text.
 */
import { createStream } from 'descent';
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function stratifiedSplit(
  labels: readonly string[],
  groups: readonly string[],
  perGroup: number,
  seed: number,
): Division {
  const training: number[] = [];
  const validation: number[] = [];
  const taken = new Map<string, number>();
  for (const row of createStream(seed).permutation(labels.length)) {
    const combination = labels[row]! + groups[row]!;
    const count = taken.get(combination) ?? 0;
    taken.set(combination, count + 1);
    (count < perGroup ? validation : training).push(row);
  }
  return { training, validation };
}
