/**
 * Rejected by: rows as they were
 * Plausible slip: it scales once more.
 */
import { transform, type Rows, type Scaler } from '../../../solutions/09-normalize/exercise.ts';

export function inverse(rows: Rows, scaler: Scaler): number[][] {
  return transform(rows, scaler);
}
