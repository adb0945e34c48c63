/**
 * Rejected by: mean and standard deviation
 * Plausible slip: the root is forgotten.
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
  return { shift, scale: scale.map((sd) => sd ** 2) };
}
