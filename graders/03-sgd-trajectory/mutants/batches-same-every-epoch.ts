/**
 * Rejected by: another order in every epoch
 * The notebook as written: the seed is set again at every epoch, so all epochs are alike.
 */
import { createStream } from 'descent';

export function batches(
  n: number,
  size: number,
  { dropLast, shuffle, seed }: { dropLast: boolean; shuffle: boolean; seed: number; epoch: number },
): number[][] {
  const order = shuffle
    ? Array.from(createStream(seed).permutation(n))
    : Array.from({ length: n }, (_, i) => i);
  const cut: number[][] = [];
  for (let first = 0; first < n; first += size) cut.push(order.slice(first, first + size));
  return dropLast ? cut.filter((batch) => batch.length === size) : cut;
}
