/** The root of the mean squared difference. */
export function rootMeanSquareOf(predicted: readonly number[], actual: readonly number[]): number {
  return Math.sqrt(meanOf(predicted.map((value, index) => (value - actual[index]!) ** 2)));
}

/** The mean. */
export function meanOf(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value / values.length;
  return total;
}
