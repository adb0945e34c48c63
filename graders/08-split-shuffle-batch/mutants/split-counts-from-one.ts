/**
 * Rejected by: every row in one part only
 * Plausible slip: places are counted from 1.
 */
import { createStream } from 'descent';

export function split(n: number, shares: readonly number[], seed: number): number[][] {
  const order = [...createStream(seed).permutation(n)].map((place) => place + 1);
  let total = 0;
  let start = 0;
  return shares.map((share) => {
    total += share;
    const part = order.slice(start, Math.round(total * n));
    start += part.length;
    return part;
  });
}
