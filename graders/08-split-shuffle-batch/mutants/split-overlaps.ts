/**
 * Rejected by: every row in one part only
 * Validation and test are drawn from all rows again, so that they hold rows of training.
 */
import { createStream } from 'descent';

export function split(n: number, shares: readonly number[], seed: number): number[][] {
  return shares.map((share, part) => {
    const order = [...createStream(seed).derive(part).permutation(n)];
    const before = shares.slice(0, part).reduce((sum, value) => sum + value, 0);
    return order.slice(Math.round(before * n), Math.round((before + share) * n));
  });
}
