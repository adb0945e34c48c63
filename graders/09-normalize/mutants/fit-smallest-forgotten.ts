/**
 * Rejected by: smallest value and range
 * Plausible slip: the shift stays 0.
 */
import {
  fitScaler as solved,
  type Kind,
  type Rows,
  type Scaler,
} from '../../../solutions/09-normalize/exercise.ts';

export function fitScaler(rows: Rows, kind: Kind): Scaler {
  const { shift, scale } = solved(rows, kind);
  return { shift: kind === 'minMax' ? shift.map(() => 0) : shift, scale };
}
