import { parse } from 'csv-parse/sync';
import type { Evaluation } from '../metrics/metric.ts';

/** One row of the judged part. */
export interface PredictionRow {
  /** The data row in the source, counted from 1. */
  readonly row: number;
  /** The class, or one number per output. */
  readonly truth: string | readonly number[];
  /** The most probable class, or one number per output. NaN and an empty class where the model gave no number. */
  readonly prediction: string | readonly number[];
  /** One per class, in the order of the classes; empty for regression. */
  readonly probabilities: readonly number[];
}

/**
 * The text of `predictions.csv`. Columns: `row` (data row in the source, counted from 1), then for classes
 * `truth`, `prediction` and one `p:<class>` each; for numbers `truth:<output>` of all outputs, then
 * `prediction:<output>` of all. Numbers have nine digits, enough to give the same float32 again.
 * @param sourceRows row numbers in the source, counted from 0, `[rows]`
 */
export function formatPredictions(evaluation: Evaluation, sourceRows: Int32Array): string {
  const lines: string[] = [];
  if (evaluation.task === 'classification') {
    const { classes, labels, probabilities } = evaluation;
    lines.push(csvLine(['row', 'truth', 'prediction', ...classes.map((name) => `p:${name}`)]));
    const names = classes.map(csvCell);
    for (let row = 0; row < evaluation.rows; row++) {
      const own = probabilities.subarray(row * classes.length, (row + 1) * classes.length);
      const best = own.some(Number.isNaN) ? -1 : own.indexOf(Math.max(...own));
      const cells = Array.from(own, csvNumber);
      lines.push(`${sourceRows[row]! + 1},${names[labels[row]!]!},${names[best] ?? ''},${cells.join(',')}`);
    }
  } else {
    const { outputs, targets, predictions } = evaluation;
    const width = outputs.length;
    lines.push(
      csvLine([
        'row',
        ...outputs.map((name) => `truth:${name}`),
        ...outputs.map((name) => `prediction:${name}`),
      ]),
    );
    for (let row = 0; row < evaluation.rows; row++) {
      const own = (values: Float32Array) =>
        Array.from(values.subarray(row * width, (row + 1) * width), csvNumber).join(',');
      lines.push(`${sourceRows[row]! + 1},${own(targets)},${own(predictions)}`);
    }
  }
  return lines.join('\n') + '\n';
}

/**
 * Reads `predictions.csv`.
 * @throws Error when the text is no csv or has not the columns of that task.
 */
export function parsePredictions(text: string, task: Evaluation['task']): PredictionRow[] {
  const [header = [], ...records] = parse(text, { bom: true });
  if (task === 'classification') {
    if (header[1] !== 'truth' || header[2] !== 'prediction') {
      throw new Error('expected the columns row, truth, prediction, p:<class>, …');
    }
    return records.map((cells) => ({
      row: Number(cells[0]),
      truth: cells[1]!,
      prediction: cells[2]!,
      probabilities: cells.slice(3).map(Number),
    }));
  }
  const outputs = (header.length - 1) / 2;
  if (!Number.isInteger(outputs) || header[1]?.startsWith('truth:') !== true) {
    throw new Error('expected the columns row, truth:<output>, …, prediction:<output>, …');
  }
  return records.map((cells) => ({
    row: Number(cells[0]),
    truth: cells.slice(1, 1 + outputs).map(Number),
    prediction: cells.slice(1 + outputs).map(Number),
    probabilities: [],
  }));
}

/** A number with nine digits, enough to give the same float32 again. */
export function csvNumber(value: number): string {
  return String(Number(value.toPrecision(9)));
}

/** Cells of a line of a CSV, in quotes where they need them. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(csvCell).join(',');
}

/** A cell of a CSV, in quotes where it needs them. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
