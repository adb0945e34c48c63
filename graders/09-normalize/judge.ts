type Rows = readonly (readonly number[])[];

/** The share of rows whose largest probability is that of the right class. */
export function accuracyOf(probabilities: Rows, labels: readonly number[]): number {
  const right = probabilities.filter((row, index) => row.indexOf(Math.max(...row)) === labels[index]);
  return right.length / labels.length;
}

/** The mean of −log p, where p is the probability of the right class, at least 10⁻⁷. */
export function crossEntropyOf(probabilities: Rows, labels: readonly number[]): number {
  return meanOf(probabilities.map((row, index) => -Math.log(Math.max(row[labels[index]!] ?? 0, 1e-7))));
}

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

/** The root of the mean squared distance from the mean. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
