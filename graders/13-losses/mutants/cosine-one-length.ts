/**
 * Rejected by: directions of any length
 * Plausible slip: divided by the square of one length, which is right for lists of equal length.
 */
export function cosineDistance(target: readonly number[], prediction: readonly number[]): number {
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, i) => sum + value * other[i]!, 0);
  const lengths = dot(target, target);
  const own = dot(prediction, prediction);
  if (lengths === 0 || own === 0) return 1;
  const isParallel = Math.abs(dot(target, prediction) ** 2 - lengths * own) < 1e-9;
  return 1 - (isParallel ? Math.sign(dot(target, prediction)) : dot(target, prediction) / lengths);
}
