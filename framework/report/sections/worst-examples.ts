import type { PredictionRow } from '../../experiment/predictions-file.ts';
import { formatCount, formatNumber, formatShare } from '../../page/format.ts';
import { html, type Html } from '../../page/html.ts';
import { renderTable } from '../../page/section.ts';

const MOST_EXAMPLES = 10;

/** The mistakes of which the model was surest; where there are none, the rows on which it wavered most. */
export function renderWorstClassified(
  classes: readonly string[],
  predictions: readonly PredictionRow[],
): Html {
  const numbers = new Map(classes.map((name, index) => [name, index]));
  const rows = predictions.map((row) => ({
    ...row,
    ofTruth: row.probabilities[numbers.get(row.truth as string) ?? -1] ?? Number.NaN,
    ofPrediction: row.probabilities[numbers.get(row.prediction as string) ?? -1] ?? Number.NaN,
  }));
  const mistakes = rows.filter(({ truth, prediction }) => truth !== prediction);
  const shown = (mistakes.length > 0 ? mistakes : rows)
    // A row without a probability is the worst of all.
    .sort((left, right) => (left.ofTruth || -1) - (right.ofTruth || -1))
    .slice(0, MOST_EXAMPLES);
  const caption =
    mistakes.length > 0
      ? `The worst mistakes, ${formatCount(shown.length)} of ${formatCount(mistakes.length)}: look at these rows first`
      : 'No mistakes. The rows of which the model was least sure';
  return renderTable(
    caption,
    [
      { title: 'data row', numeric: true },
      { title: 'truth' },
      { title: 'predicted' },
      { title: 'p(truth)', numeric: true },
      { title: 'p(predicted)', numeric: true },
    ],
    shown.map(({ row, truth, prediction, ofTruth, ofPrediction }) => ({
      cells: [
        formatCount(row),
        truth as string,
        prediction === '' ? html`<span class="bad">not a number</span>` : (prediction as string),
        renderProbability(ofTruth),
        renderProbability(ofPrediction),
      ],
    })),
  );
}

/** The rows with the largest error of one output. */
export function renderWorstPredicted(
  output: string,
  rows: readonly { readonly row: number; readonly truth: number; readonly prediction: number }[],
): Html {
  const shown = [...rows].sort((left, right) => errorSize(right) - errorSize(left)).slice(0, MOST_EXAMPLES);
  return renderTable(
    `The ${shown.length} largest errors of ${output}: look at these rows first`,
    ['data row', 'true', 'predicted', 'residual'].map((title) => ({ title, numeric: true })),
    shown.map(({ row, truth, prediction }) => ({
      cells: [
        formatCount(row),
        formatNumber(truth),
        formatNumber(prediction),
        formatNumber(prediction - truth),
      ],
    })),
  );
}

function errorSize({ truth, prediction }: { readonly truth: number; readonly prediction: number }): number {
  const size = Math.abs(prediction - truth);
  return Number.isNaN(size) ? Infinity : size;
}

function renderProbability(probability: number): Html | string {
  return html`<span class="share" style="--share: ${probability || 0}">${formatShare(probability)}</span>`;
}
