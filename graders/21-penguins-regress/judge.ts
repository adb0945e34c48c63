/** The root of the mean squared difference. */
export function rootMeanSquareOf(predicted: readonly number[], actual: readonly number[]): number {
  return Math.sqrt(meanOf(predicted.map((value, index) => (value - actual[index]!) ** 2)));
}

/** The part of the variance of the actual values that the predictions explain: R². */
export function explainedOf(predicted: readonly number[], actual: readonly number[]): number {
  return 1 - (rootMeanSquareOf(predicted, actual) / deviationOf(actual)) ** 2;
}

/** The mean. */
export function meanOf(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value / values.length;
  return total;
}

/** The root of the mean squared distance from the mean. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
