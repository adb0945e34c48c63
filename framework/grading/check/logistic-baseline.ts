import {
  fitSoftmaxRegression,
  predictSoftmaxRegression,
} from '../../metrics/baselines/softmax-regression.ts';
import { standardizeRows } from './standardize-rows.ts';

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
  const scale = standardizeRows(known);
  const { weights } = fitSoftmaxRegression(scale(known), labels, classes, MOST_EVALUATIONS);
  return predictSoftmaxRegression(scale(rows), weights, classes);
}
