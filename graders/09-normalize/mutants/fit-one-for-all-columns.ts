/**
 * Rejected by: mean and standard deviation
 * Plausible slip: one mean and one deviation for the whole table.
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
  const all = rows.flat();
  const one = solved(
    all.map((value) => [value]),
    kind,
  );
  return { shift: shift.map(() => one.shift[0]!), scale: scale.map(() => one.scale[0]!) };
}
