/**
 * Rejected by: mean and standard deviation of small columns
 * Plausible slip: the mean of each row instead of each column.
 */
import { type Scaler } from '../../../solutions/20-penguins-classify/exercise.ts';

export function fitScaler(rows: readonly (readonly number[])[]): Scaler {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const columns = rows.map((row) => [...row]);
  const mean = columns.map(meanOf);
  const sd = columns.map((column, j) => Math.sqrt(meanOf(column.map((value) => (value - mean[j]!) ** 2))));
  return { mean, sd };
}
