/**
 * Rejected by: scaled rows
 * Plausible slip: the rows are scaled by themselves, not by the scaler that was given.
 */
import {
  fitScaler,
  transform as solved,
  type Rows,
  type Scaler,
} from '../../../solutions/09-normalize/exercise.ts';

export function transform(rows: Rows, _scaler: Scaler): number[][] {
  return solved(rows, fitScaler(rows, 'standard'));
}
