import { drawPredictions, drawResiduals } from '../charts/prediction-chart.ts';
import { formatCount, formatNumber } from '../../page/format.ts';
import { html, type Html } from '../../page/html.ts';
import type { RunRecord } from '../run-record.ts';
import { renderFigure, type Section } from '../../page/section.ts';
import { renderWorstPredicted } from './worst-examples.ts';

/** More points than this are a blot, and megabytes of SVG. */
const MOST_POINTS = 1500;
const MOST_OUTPUTS = 6;

/** Predicted against true, residuals, and the largest errors, for each predicted number. */
export async function numberErrorsSection(record: RunRecord): Promise<Section | undefined> {
  const { result, predictions } = record;
  if (predictions.length === 0) return undefined;
  const blocks: Html[] = [];
  for (const [index, output] of result.outputs.slice(0, MOST_OUTPUTS).entries()) {
    const rows = predictions.map(({ row, truth, prediction }) => ({
      row,
      truth: (truth as readonly number[])[index]!,
      prediction: (prediction as readonly number[])[index]!,
    }));
    blocks.push(await renderOutput(output, rows, index));
  }
  return {
    id: 'errors',
    title: 'Errors',
    note: html`On the ${result.judgedPart} part, in the unit of the data. Points on the dashed line are
    predicted exactly; a pattern in the residuals is something the model has not learned.`,
    content: html`${blocks}${
      result.outputs.length > MOST_OUTPUTS
        ? html`<p class="note">The first ${MOST_OUTPUTS} of ${result.outputs.length} outputs.</p>`
        : null
    }`,
  };
}

async function renderOutput(
  output: string,
  rows: readonly { row: number; truth: number; prediction: number }[],
  index: number,
): Promise<Html> {
  const known = rows.filter(({ prediction }) => Number.isFinite(prediction));
  const lost = rows.length - known.length;
  // Every n-th row, so that the choice has nothing to do with the values.
  const every = Math.ceil(known.length / MOST_POINTS);
  const drawn = known.filter((_, position) => position % every === 0);
  const count =
    drawn.length === known.length
      ? `${formatCount(drawn.length)} rows`
      : `one row in ${every}, ${formatCount(drawn.length)} of ${formatCount(known.length)}`;
  const figures =
    drawn.length === 0
      ? []
      : [
          renderFigure(
            await drawPredictions(output, drawn, `scatter-${index}`),
            `${output}, predicted against true; ${count}`,
          ),
          renderFigure(await drawResiduals(output, drawn, `residuals-${index}`), describeResiduals(known)),
        ];
  return html`${
      lost === 0
        ? null
        : html`<p class="finding bad">
            <strong>Not a number.</strong> The model gave no number for ${formatCount(lost)} of
            ${formatCount(rows.length)} rows.
          </p>`
    }
    <div class="figures">${figures}</div>
    ${renderWorstPredicted(output, rows)}`;
}

function describeResiduals(rows: readonly { truth: number; prediction: number }[]): string {
  const residuals = rows.map(({ truth, prediction }) => prediction - truth);
  const mean = residuals.reduce((sum, value) => sum + value, 0) / residuals.length;
  const spread = Math.sqrt(residuals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / residuals.length);
  return `residuals: mean ${formatNumber(mean)}, standard deviation ${formatNumber(spread)}`;
}
