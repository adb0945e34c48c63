/**
 * Rejected by: the slow tendency of a bump
 * Plausible slip: beyond the ends of the list there is nothing.
 */

export function slowTendency(X: readonly number[], U: readonly number[], forcing: number): number[] {
  const at = (k: number) => X[k] ?? 0;
  return X.map((own, k) => at(k - 1) * (at(k + 1) - at(k - 2)) - own + forcing - U[k]!);
}
