/**
 * Rejected by: any number of features
 * Plausible slip: written for two features.
 */
export function net(w: readonly number[], b: number, x: readonly number[]): number {
  return w[0]! * x[0]! + w[1]! * x[1]! + b;
}
