/**
 * Rejected by: every order is as likely
 * Plausible slip: the other place is drawn below the last, so that no label can stay (Sattolo).
 */
import { createStream } from 'descent';

export function permuteLabels(labels: readonly string[], seed: number): string[] {
  const stream = createStream(seed);
  const result = [...labels];
  for (let last = labels.length - 1; last > 0; last--) {
    const other = stream.integer(last);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
