import { leastSquares, times } from '../../metrics/baselines/least-squares.ts';
import { standardizeRows } from './standardize-rows.ts';

type Rows = readonly (readonly number[])[];

/** Rows of numbers and the number that belongs to each. */
export interface MeasuredRows {
  readonly rows: Rows;
  /** As many as rows, of any scale. */
  readonly targets: readonly number[];
}

const MOST_ITERATIONS = 500;

/**
 * What ordinary least squares with intercept says of rows: the baseline that a network for regression has to reach or beat. It
 * is the one that stands beside every result of an experiment.
 * @param training what it learns from, columns of any scale; they may depend on each other
 * @param rows what it judges, the same columns
 * @returns a number for each row, on the scale of the targets
 */
export function linearBaseline({ rows: known, targets }: MeasuredRows, rows: Rows): Float64Array {
  const scale = standardizeRows(known);
  const intercept = targets.reduce((total, target) => total + target / targets.length, 0);
  const centered = Float64Array.from(targets, (target) => target - intercept);
  const { weights } = leastSquares(scale(known), centered, MOST_ITERATIONS);
  return times(scale(rows), weights).map((value) => intercept + value);
}
