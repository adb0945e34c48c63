/**
 * Rejected by: the loss of a guess
 * Written for three classes.
 */
export function lossOfGuessing(classes: number): number {
  return classes > 0 ? Math.log(3) : 0;
}
