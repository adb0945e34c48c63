/**
 * Rejected by: another order in every epoch
 * Plausible slip: the batches are shuffled, not the points in them.
 */
import { createStream } from 'descent';

export function batches(
  n: number,
  size: number,
  { dropLast, shuffle, seed, epoch }: { dropLast: boolean; shuffle: boolean; seed: number; epoch: number },
): number[][] {
  const cut: number[][] = [];
  for (let first = 0; first < n; first += size) {
    cut.push(Array.from({ length: Math.min(size, n - first) }, (_, i) => first + i));
  }
  const full = cut.filter((batch) => batch.length === size);
  const rest = dropLast ? [] : cut.slice(full.length);
  if (!shuffle) return [...full, ...rest];
  const order = createStream(seed).derive(epoch).permutation(full.length);
  return [...Array.from(order, (k) => full[k]!), ...rest];
}
