/**
 * Rejected by: scaled rows
 * Plausible slip: a column without spread becomes NaN.
 */
import { type Scaler } from '../../../solutions/20-penguins-classify/exercise.ts';

export function scale(rows: readonly (readonly number[])[], { mean, sd }: Scaler): number[][] {
  return rows.map((row) => row.map((value, j) => (value - mean[j]!) / sd[j]!));
}
