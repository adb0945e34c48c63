/**
 * Rejected by: 80 / 10 / 10 of 333
 * Plausible slip: 266 + 33 + 33 is 332, a bird is lost.
 */
import { createStream } from 'descent';

export function split(n: number, shares: readonly number[], seed: number): number[][] {
  const order = [...createStream(seed).permutation(n)];
  let start = 0;
  return shares.map((share) => {
    const part = order.slice(start, start + Math.round(share * n));
    start += part.length;
    return part;
  });
}
