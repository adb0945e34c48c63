/**
 * Rejected by: smallest value and range
 * Plausible slip: the largest value is taken for the range.
 */
import {
  fitScaler as solved,
  type Kind,
  type Rows,
  type Scaler,
} from '../../../solutions/09-normalize/exercise.ts';

export function fitScaler(rows: Rows, kind: Kind): Scaler {
  const { shift, scale } = solved(rows, kind);
  return kind === 'minMax' ? { shift, scale: scale.map((range, j) => range + shift[j]!) } : { shift, scale };
}
