/**
 * Rejected by: all parts look like the whole
 * The slices are taken from the file as it is: the tail of a sorted file is one class. Only the order within each part is random.
 */
import { createStream } from 'descent';

export function split(n: number, shares: readonly number[], seed: number): number[][] {
  const order = Array.from({ length: n }, (_, place) => place);
  let total = 0;
  let start = 0;
  return shares.map((share) => {
    total += share;
    const part = order.slice(start, Math.round(total * n));
    start += part.length;
    return Array.from(createStream(seed).derive(start).permutation(part.length), (place) => part[place]!);
  });
}
