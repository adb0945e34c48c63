/**
 * Rejected by: the slow tendency of any state
 * Dishonest: only the forcing of the example, or today's.
 */
import { SITES } from '../../../solutions/32-climate-emulator/exercise.ts';

export function slowTendency(X: readonly number[], U: readonly number[], forcing: number): number[] {
  const at = (k: number) => X[(k + SITES) % SITES]!;
  return X.map((own, k) => at(k - 1) * (at(k + 1) - at(k - 2)) - own + (forcing === 10 ? 10 : 18) - U[k]!);
}
