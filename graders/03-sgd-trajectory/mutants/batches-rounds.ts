/**
 * Rejected by: batches in an epoch of 1,500 points
 * Plausible slip: the number of batches is rounded, so 92 points of 1,500 are lost or a batch of 12 is none.
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
  const count = dropLast ? Math.floor(n / size) : Math.max(1, Math.round(n / size - 0.25));
  return Array.from({ length: count }, (_, k) => order.slice(k * size, (k + 1) * size));
}
