/**
 * Rejected by: another order in every epoch
 * Plausible slip: shuffling only chooses where to begin, neighbors stay neighbors.
 */
import { createStream } from 'descent';

export function batches(
  n: number,
  size: number,
  { dropLast, shuffle, seed, epoch }: { dropLast: boolean; shuffle: boolean; seed: number; epoch: number },
): number[][] {
  const begin = shuffle ? createStream(seed).derive(epoch).integer(n) : 0;
  const order = Array.from({ length: n }, (_, i) => (begin + i) % n);
  const cut: number[][] = [];
  for (let first = 0; first < n; first += size) cut.push(order.slice(first, first + size));
  return dropLast ? cut.filter((batch) => batch.length === size) : cut;
}
