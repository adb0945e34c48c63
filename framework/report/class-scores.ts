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

/** The confusion matrix of recorded predictions; undefined when there are none. */
export function countConfusion(
  classes: readonly string[],
  predictions: readonly PredictionRow[],
): MetricTable | undefined {
  if (predictions.length === 0) return undefined;
  const numbers = new Map(classes.map((name, index) => [name, index]));
  const values = classes.map(() => new Array<number>(classes.length).fill(0));
  for (const { truth, prediction } of predictions) {
    const row = numbers.get(truth as string);
    const column = numbers.get(prediction as string);
    if (row !== undefined && column !== undefined) values[row]![column]!++;
  }
  return { rowNames: classes, columnNames: classes, values };
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
