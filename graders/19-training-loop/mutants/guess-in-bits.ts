/**
 * Rejected by: the loss of a guess
 * The logarithm to base 2.
 */
export function lossOfGuessing(classes: number): number {
  return Math.log2(classes);
}
