/**
 * Rejected by: scaled rows
 * Plausible slip: divided, not shifted.
 */
import { type Scaler } from '../../../solutions/20-penguins-classify/exercise.ts';

export function scale(rows: readonly (readonly number[])[], { sd }: Scaler): number[][] {
  return rows.map((row) => row.map((value, j) => (sd[j]! > 0 ? value / sd[j]! : 0)));
}
