/**
 * Rejected by: each point once in an epoch
 * Plausible slip: the batch begins one point early, but not the first one.
 */
import { createStream } from 'descent';

export function batches(
  n: number,
  size: number,
  { dropLast, shuffle, seed, epoch }: { dropLast: boolean; shuffle: boolean; seed: number; epoch: number },
): number[][] {
  const order = shuffle
    ? Array.from(createStream(seed).derive(epoch).permutation(n))
    : Array.from({ length: n }, (_, i) => i);
  const cut: number[][] = [];
  for (let first = 0; first < n; first += size) {
    const begin = shuffle ? Math.max(0, first - 1) : first;
    cut.push(order.slice(begin, Math.min(n, begin + size)));
  }
  return dropLast ? cut.filter((batch) => batch.length === size) : cut;
}
