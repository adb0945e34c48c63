/**
 * Rejected by: three times 0.1 has no spread
 * Plausible slip: the scale of equal values is what rounding leaves of it, 10⁻¹⁷, and no longer 0.
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
  const means = shift.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
  const spread = means.map((mean, j) => {
    return Math.sqrt(rows.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0) / rows.length);
  });
  return { shift: means, scale: spread };
}
