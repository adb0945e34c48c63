import { meanOf, spreadOf } from './judge.ts';

/**
 * The part of the variance of U that is explained: 1 for all, 0 for who says the mean. Only hidden checks may import this: it is what
 * students are to write.
 */
export function explained(
  truth: readonly (readonly number[])[],
  said: readonly (readonly number[])[],
): number {
  const errors = truth.flatMap((U, n) => U.map((value, k) => (value - (said[n]?.[k] ?? NaN)) ** 2));
  return 1 - meanOf(errors) / spreadOf(truth.flat()) ** 2;
}
