/**
 * Rejected by: the valley of exercise 02
 * Plausible slip: the ratio of the singular values, the root of what is asked for.
 */
import { conditionNumber as solved } from '../../../solutions/09-normalize/exercise.ts';

export function conditionNumber(xs: readonly number[]): number {
  return Math.sqrt(solved(xs));
}
