/**
 * Rejected by: every order is as likely
 * Plausible slip: sorting with a comparison by luck prefers some orders.
 */
import { createStream } from 'descent';

export function permuteLabels(labels: readonly string[], seed: number): string[] {
  const stream = createStream(seed);
  return [...labels].sort(() => stream.uniform() - 0.5);
}
