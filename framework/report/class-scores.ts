import type { PredictionRow } from '../experiment/predictions-file.ts';
import type { MetricTable } from '../metrics/metric.ts';

/** Precision, recall and F1 of one class; NaN where undefined. */
export interface ClassScores {
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows of the class. */
  readonly rows: number;
}

/** The column of rows for which the model gave no number. */
const NO_PREDICTION = 'not a number';

/**
 * The confusion matrix of recorded predictions; undefined when there are none. Rows without a prediction get a
 * last column of their own, which is there only if it is needed.
 */
export function countConfusion(
  classes: readonly string[],
  predictions: readonly PredictionRow[],
): MetricTable | undefined {
  if (predictions.length === 0) return undefined;
  const numbers = new Map(classes.map((name, index) => [name, index]));
  const lost = predictions.some(({ prediction }) => !numbers.has(prediction as string));
  const columnNames = lost ? [...classes, NO_PREDICTION] : classes;
  const values = classes.map(() => new Array<number>(columnNames.length).fill(0));
  for (const { truth, prediction } of predictions) {
    const row = numbers.get(truth as string);
    const column = numbers.get(prediction as string) ?? classes.length;
    if (row !== undefined) values[row]![column]!++;
  }
  return { rowNames: classes, columnNames, values };
}

/** The scores of every class from the confusion matrix. */
export function scoreClasses({ rowNames, values }: MetricTable): ClassScores[] {
  return rowNames.map((name, index) => {
    const correct = values[index]![index]!;
    const rows = values[index]!.reduce((sum, count) => sum + count, 0);
    const predicted = values.reduce((sum, row) => sum + row[index]!, 0);
    return {
      name,
      precision: correct / predicted,
      recall: correct / rows,
      f1: (2 * correct) / (predicted + rows),
      rows,
    };
  });
}
