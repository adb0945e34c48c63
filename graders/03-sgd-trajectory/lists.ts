/** The numbers from 0 to n − 1. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
/** The mean. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
/** The same values, the least first. */
export const ascending = (values: readonly number[]): number[] =>
  [...values].sort((one, other) => one - other);
