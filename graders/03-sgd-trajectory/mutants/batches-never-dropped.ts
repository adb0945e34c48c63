/**
 * Rejected by: an incomplete batch is dropped
 * Plausible slip: dropLast is not looked at.
 */
import { createStream } from 'descent';

export function batches(
  n: number,
  size: number,
  { shuffle, seed, epoch }: { dropLast: boolean; shuffle: boolean; seed: number; epoch: number },
): number[][] {
  const order = shuffle
    ? Array.from(createStream(seed).derive(epoch).permutation(n))
    : Array.from({ length: n }, (_, i) => i);
  const cut: number[][] = [];
  for (let first = 0; first < n; first += size) cut.push(order.slice(first, first + size));
  return cut;
}
