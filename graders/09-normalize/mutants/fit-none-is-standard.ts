/**
 * Rejected by: the mean, and nothing at all
 * Plausible slip: whatever is no other kind is standardized.
 */
import {
  fitScaler as solved,
  type Kind,
  type Rows,
  type Scaler,
} from '../../../solutions/09-normalize/exercise.ts';

export function fitScaler(rows: Rows, kind: Kind): Scaler {
  return solved(rows, kind === 'none' ? 'standard' : kind);
}
