/**
 * Rejected by: the slow tendency of any state
 * Plausible slip: U is taken only where there is wind; on the bump that makes no difference.
 */
import { SITES } from '../../../solutions/32-climate-emulator/exercise.ts';

export function slowTendency(X: readonly number[], U: readonly number[], forcing: number): number[] {
  const at = (k: number) => X[(k + SITES) % SITES]!;
  return X.map((own, k) => at(k - 1) * (at(k + 1) - at(k - 2)) - own + forcing - (own > 0 ? U[k]! : 0));
}
