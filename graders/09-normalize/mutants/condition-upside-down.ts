/**
 * Rejected by: the valley of exercise 02
 * Plausible slip: the flattest divided by the steepest.
 */
import { conditionNumber as solved } from '../../../solutions/09-normalize/exercise.ts';

export function conditionNumber(xs: readonly number[]): number {
  return 1 / solved(xs);
}
