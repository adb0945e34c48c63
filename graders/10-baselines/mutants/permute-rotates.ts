/**
 * Rejected by: every order is as likely
 * Plausible slip: the labels are only moved on, so neighbors stay neighbors.
 */
import { createStream } from 'descent';

export function permuteLabels(labels: readonly string[], seed: number): string[] {
  const from = createStream(seed).integer(labels.length);
  return [...labels.slice(from), ...labels.slice(0, from)];
}
