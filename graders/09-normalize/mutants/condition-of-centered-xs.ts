/**
 * Rejected by: the valley of exercise 02
 * Plausible slip: the mean is subtracted first, which is the cure and not the diagnosis.
 */
import { conditionNumber as solved } from '../../../solutions/09-normalize/exercise.ts';

export function conditionNumber(xs: readonly number[]): number {
  const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  return solved(xs.map((x) => x - mean));
}
