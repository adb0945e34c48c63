/**
 * Rejected by: each point once in an epoch
 * Plausible slip: every index is drawn for itself, so some come twice and others never.
 */
import { createStream } from 'descent';

export function batches(
  n: number,
  size: number,
  { dropLast, shuffle, seed, epoch }: { dropLast: boolean; shuffle: boolean; seed: number; epoch: number },
): number[][] {
  const stream = createStream(seed).derive(epoch);
  const order = Array.from({ length: n }, (_, i) => (shuffle ? stream.integer(n) : i));
  const cut: number[][] = [];
  for (let first = 0; first < n; first += size) cut.push(order.slice(first, first + size));
  return dropLast ? cut.filter((batch) => batch.length === size) : cut;
}
