/**
 * Rejected by: every label is still there
 * Plausible slip: labels are drawn, some twice and some never.
 */
import { createStream } from 'descent';

export function permuteLabels(labels: readonly string[], seed: number): string[] {
  const stream = createStream(seed);
  return labels.map(() => labels[stream.integer(labels.length)]!);
}
