/**
 * Rejected by: parts of any size
 * Plausible slip: three parts are expected, whatever the shares are.
 */
import { createStream } from 'descent';

export function split(n: number, shares: readonly number[], seed: number): number[][] {
  const order = [...createStream(seed).permutation(n)];
  const [first, second] = [Math.round(shares[0]! * n), Math.round((shares[0]! + shares[1]!) * n)];
  return [order.slice(0, first), order.slice(first, second), order.slice(second)];
}
