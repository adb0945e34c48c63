/**
 * Rejected by: mean and standard deviation
 * Plausible slip: the sum of squares is divided by n − 1.
 */
import {
  fitScaler as solved,
  type Kind,
  type Rows,
  type Scaler,
} from '../../../solutions/09-normalize/exercise.ts';

export function fitScaler(rows: Rows, kind: Kind): Scaler {
  const { shift, scale } = solved(rows, kind);
  if (kind !== 'standard') return { shift, scale };
  const n = rows.length;
  return { shift, scale: scale.map((sd) => sd * Math.sqrt(n / (n - 1))) };
}
