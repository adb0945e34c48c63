/**
 * Rejected by: scaled rows
 * Plausible slip: the rows of the caller are changed.
 */
import { type Scaler } from '../../../solutions/09-normalize/exercise.ts';

export function transform(rows: number[][], { shift, scale }: Scaler): number[][] {
  for (const row of rows) {
    row.forEach((x, j) => {
      row[j] = scale[j] === 0 ? 0 : (x - shift[j]!) / scale[j]!;
    });
  }
  return rows;
}
