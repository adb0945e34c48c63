import { meanOf, rootMeanSquareOf } from './judge.ts';

/**
 * The part of the variance of the actual values that the predictions explain: R². Only hidden checks may import this file: it
 * is what students are to write.
 */
export function explainedOf(predicted: readonly number[], actual: readonly number[]): number {
  return 1 - (rootMeanSquareOf(predicted, actual) / deviationOf(actual)) ** 2;
}

/** The root of the mean squared distance from the mean. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
