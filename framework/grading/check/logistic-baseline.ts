import {
  fitSoftmaxRegression,
  predictSoftmaxRegression,
} from '../../metrics/baselines/softmax-regression.ts';

type Rows = readonly (readonly number[])[];

/** Rows of numbers and the class of each. */
export interface LabelledRows {
  readonly rows: Rows;
  /** Indices from 0. */
  readonly labels: Int32Array;
  /** How many classes there are. */
  readonly classes: number;
}

const MOST_EVALUATIONS = 200;

/**
 * What multinomial logistic regression says of rows: the baseline that a network has to reach or beat. It is the one
 * that stands beside every result of an experiment.
 * @param training what it learns from, columns of any scale
 * @param rows what it judges, the same columns
 * @returns probabilities `[rows, classes]`, row after row
 */
export function logisticBaseline({ rows: known, labels, classes }: LabelledRows, rows: Rows): Float32Array {
  const columns = known[0]!.map((_, column) => known.map((row) => row[column]!));
  const mean = columns.map((values) => sum(values) / values.length);
  const deviation = columns.map((values, column) =>
    Math.sqrt(sum(values.map((value) => (value - mean[column]!) ** 2)) / values.length),
  );
  const scale = (unscaled: Rows) => ({
    rows: unscaled.length,
    width: mean.length,
    values: Float32Array.from(
      unscaled.flatMap((row) =>
        row.map((value, column) => (value - mean[column]!) / (deviation[column]! || 1)),
      ),
    ),
  });
  const { weights } = fitSoftmaxRegression(scale(known), labels, classes, MOST_EVALUATIONS);
  return predictSoftmaxRegression(scale(rows), weights, classes);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
