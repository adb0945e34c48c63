/**
 * Rejected by: distances anywhere
 * Plausible slip: the sign stays, so that errors of both signs cancel.
 */
export function absoluteError(target: number, prediction: number): number {
  return target - prediction;
}
