/**
 * Rejected by: new rows may lie outside
 * Plausible slip: everything is pressed into 0 to 1.
 */
import { transform as solved, type Rows, type Scaler } from '../../../solutions/09-normalize/exercise.ts';

export function transform(rows: Rows, { shift, scale }: Scaler): number[][] {
  return solved(rows, { shift, scale }).map((row) => row.map((z) => Math.min(Math.max(z, 0), 1)));
}
