/**
 * Rejected by: any columns
 * Dishonest: only as many columns as the example has.
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
  return {
    shift: [...shift.slice(0, 2), ...shift.slice(2).map(() => 0)],
    scale: [...scale.slice(0, 2), ...scale.slice(2).map(() => 1)],
  };
}
