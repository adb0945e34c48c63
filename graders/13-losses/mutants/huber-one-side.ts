/**
 * Rejected by: distances anywhere
 * Plausible slip: the size of the error forgotten, so that errors below 0 always count as small.
 */
export function huber(target: number, prediction: number, delta = 1): number {
  const error = target - prediction;
  return error <= delta ? error ** 2 / 2 : delta * (error - delta / 2);
}
