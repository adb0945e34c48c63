/**
 * Rejected by: ten points in batches of four
 * Plausible slip: shuffle is not looked at.
 */
import { createStream } from 'descent';

export function batches(
  n: number,
  size: number,
  { dropLast, seed, epoch }: { dropLast: boolean; shuffle: boolean; seed: number; epoch: number },
): number[][] {
  const order = Array.from(createStream(seed).derive(epoch).permutation(n));
  const cut: number[][] = [];
  for (let first = 0; first < n; first += size) cut.push(order.slice(first, first + size));
  return dropLast ? cut.filter((batch) => batch.length === size) : cut;
}
