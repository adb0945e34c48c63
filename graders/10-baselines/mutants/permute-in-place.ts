/**
 * Rejected by: every label is still there
 * Plausible slip: the caller's labels are lost.
 */
import { createStream } from 'descent';

export function permuteLabels(labels: string[], seed: number): string[] {
  const copy = [...labels];
  createStream(seed)
    .permutation(labels.length)
    .forEach((from, to) => (labels[to] = copy[from]!));
  return labels;
}
