import { SPECIES } from '../../datasets/penguins/penguins.ts';

type Rows = readonly (readonly number[])[];

/** The mean of −log p over the birds, where p is the probability of the right species, at least 10⁻⁷. */
export function crossEntropyOf(probabilities: Rows, labels: Int32Array): number {
  const losses = probabilities.map((own, row) => -Math.log(Math.max(own[labels[row]!] ?? 0, 1e-7)));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** The share of right answers. */
export function accuracyOf(predicted: readonly number[], labels: Int32Array): number {
  return predicted.filter((label, row) => label === labels[row]).length / predicted.length;
}

/** The mean over the species of 2·hits / (predicted as it + being it). */
export function macroF1Of(predicted: readonly number[], labels: Int32Array): number {
  const scores = SPECIES.map((_, species) => {
    const hits = predicted.filter((label, row) => label === species && labels[row] === species).length;
    const named = predicted.filter((label) => label === species).length;
    const actual = labels.filter((label) => label === species).length;
    return named + actual === 0 ? 0 : (2 * hits) / (named + actual);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The place of the largest entry of each row. */
export function mostProbable(rows: Rows): number[] {
  return rows.map((row) => row.indexOf(Math.max(...row)));
}

/** A flat list `[rows, columns]` as rows. */
export function rowsOf(values: ArrayLike<number>, columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => values[row * columns + column]!),
  );
}
