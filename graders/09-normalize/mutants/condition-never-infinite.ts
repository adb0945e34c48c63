/**
 * Rejected by: a round valley, and a trench without end
 * Plausible slip: what is no finite number is called 1.
 */
import { conditionNumber as solved } from '../../../solutions/09-normalize/exercise.ts';

export function conditionNumber(xs: readonly number[]): number {
  const ratio = solved(xs);
  return Number.isFinite(ratio) ? ratio : 1;
}
