import type { FeatureMatrix } from '../../metrics/baselines/feature-matrix.ts';

type Rows = readonly (readonly number[])[];

/**
 * Brings columns of any scale to mean 0 and standard deviation 1, as baselines want them; a constant column becomes 0.
 * @param known rows from which mean and deviation are taken, at least one
 * @returns what does the same to any rows of these columns
 */
export function standardizeRows(known: Rows): (rows: Rows) => FeatureMatrix {
  const columns = known[0]!.map((_, column) => known.map((row) => row[column]!));
  const mean = columns.map((values) => sum(values) / values.length);
  const deviation = columns.map((values, column) =>
    Math.sqrt(sum(values.map((value) => (value - mean[column]!) ** 2)) / values.length),
  );
  return (rows) => ({
    rows: rows.length,
    width: mean.length,
    values: Float32Array.from(
      rows.flatMap((row) => row.map((value, column) => (value - mean[column]!) / (deviation[column]! || 1))),
    ),
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
