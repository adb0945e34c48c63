/**
 * Rejected by: 80 / 10 / 10 of 333
 * Plausible slip: what is left over after rounding down belongs to no part.
 */
import { createStream } from 'descent';

export function split(n: number, shares: readonly number[], seed: number): number[][] {
  const order = [...createStream(seed).permutation(n)];
  let start = 0;
  return shares.map((share) => {
    const part = order.slice(start, start + Math.floor(share * n));
    start += part.length;
    return part;
  });
}
