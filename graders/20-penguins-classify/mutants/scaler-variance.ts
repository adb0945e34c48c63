/**
 * Rejected by: mean and standard deviation of small columns
 * Plausible slip: the root is forgotten.
 */
import { type Scaler } from '../../../solutions/20-penguins-classify/exercise.ts';

export function fitScaler(rows: readonly (readonly number[])[]): Scaler {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const columns = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
  const mean = columns.map(meanOf);
  const sd = columns.map((column, j) => meanOf(column.map((value) => (value - mean[j]!) ** 2)));
  return { mean, sd };
}
