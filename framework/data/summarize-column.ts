import type { Column } from './table.ts';
import { isMissing } from './table-rows.ts';

/** What a column holds, in a few numbers. */
export type ColumnSummary = { readonly name: string; readonly missing: number } & (
  | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number; readonly mean: number }
  | {
      readonly kind: 'category';
      readonly counts: readonly { readonly name: string; readonly rows: number }[];
    }
  | {
      readonly kind: 'tensor';
      readonly shape: readonly number[];
      readonly minimum: number;
      readonly maximum: number;
    }
);

/** Summarizes a column of that many rows; without any value its numbers are NaN. */
export function summarizeColumn(column: Column, rows: number): ColumnSummary {
  let missing = 0;
  for (let row = 0; row < rows; row++) missing += Number(isMissing(column, row));
  const { name } = column;
  if (column.kind === 'category') {
    const counts = column.categories.map((category) => ({ name: category, rows: 0 }));
    for (const code of column.codes) if (code >= 0) counts[code]!.rows++;
    return { name, kind: 'category', missing, counts };
  }
  let [minimum, maximum, sum, count] = [Infinity, -Infinity, 0, 0];
  for (const value of column.values) {
    if (Number.isNaN(value)) continue;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
    sum += value;
    count++;
  }
  const range = count === 0 ? { minimum: Number.NaN, maximum: Number.NaN } : { minimum, maximum };
  return column.kind === 'number'
    ? { name, kind: 'number', missing, ...range, mean: sum / count }
    : { name, kind: 'tensor', missing, shape: column.shape, ...range };
}
