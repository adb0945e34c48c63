/**
 * Rejected by: another seed, another split
 * Plausible slip: the seed of the example is used.
 */
import { createStream } from 'descent';

export function split(n: number, shares: readonly number[], _seed: number): number[][] {
  const order = [...createStream(1).permutation(n)];
  let total = 0;
  let start = 0;
  return shares.map((share) => {
    total += share;
    const part = order.slice(start, Math.round(total * n));
    start += part.length;
    return part;
  });
}
