/**
 * Rejected by: all parts look like the whole
 * Plausible slip: the tail is set aside first, then the rest is shuffled.
 */
import { createStream } from 'descent';

export function split(n: number, shares: readonly number[], seed: number): number[][] {
  const cut = Math.round(shares[0]! * n);
  const rest = Array.from({ length: n - cut }, (_, place) => cut + place);
  const order = [...createStream(seed).permutation(cut), ...rest];
  let total = 0;
  let start = 0;
  return shares.map((share) => {
    total += share;
    const part = order.slice(start, Math.round(total * n));
    start += part.length;
    return part;
  });
}
