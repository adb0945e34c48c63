/**
 * Rejected by: the slow tendency of a bump
 * Plausible slip: nothing slows the wind down.
 */
import { SITES } from '../../../solutions/32-climate-emulator/exercise.ts';

export function slowTendency(X: readonly number[], U: readonly number[], forcing: number): number[] {
  const at = (k: number) => X[(k + SITES) % SITES]!;
  return X.map((own, k) => at(k - 1) * (at(k + 1) - at(k - 2)) + forcing - U[k]!);
}
