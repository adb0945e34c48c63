/**
 * Rejected by: the mean, and nothing at all
 * Plausible slip: the mean is subtracted before it divides.
 */
import {
  fitScaler as solved,
  type Kind,
  type Rows,
  type Scaler,
} from '../../../solutions/09-normalize/exercise.ts';

export function fitScaler(rows: Rows, kind: Kind): Scaler {
  const { shift, scale } = solved(rows, kind);
  return { shift: kind === 'mean' ? scale : shift, scale };
}
