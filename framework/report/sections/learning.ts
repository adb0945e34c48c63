import { drawLearningCurve } from '../charts/learning-curve.ts';
import { formatNumber, plural } from '../../page/format.ts';
import { readCurves, readLearningRates, type Curve } from '../history.ts';
import { html, type Html } from '../../page/html.ts';
import type { RunRecord } from '../run-record.ts';
import { renderFigure, type Section } from '../../page/section.ts';

/** Loss and metrics of train and validation over the epochs, with the chosen epoch marked. */
export async function learningSection(record: RunRecord): Promise<Section> {
  const { result, events, spec } = record;
  const curves = readCurves(events).filter(({ series }) =>
    series.some(({ points }) => points.some(({ value }) => value !== null)),
  );
  const chosen = result.epochs > 0 ? result.chosenEpoch : undefined;
  const figures: Html[] = [];
  for (const [index, curve] of curves.entries()) {
    const title =
      curve.name === 'loss' && spec !== undefined ? `loss: ${spec.training.loss.type}` : curve.name;
    const chart = await drawLearningCurve(curve, `curve-${index}`, chosen, title);
    figures.push(renderFigure(chart, captionOf(curve)));
  }
  const rates = readLearningRates(events);
  if (new Set(rates.points.map(({ value }) => value)).size > 1) {
    const curve = { name: 'learning rate', series: [rates] };
    const chart = await drawLearningCurve(curve, 'curve-rate', undefined, 'learning rate');
    figures.push(renderFigure(chart, 'learning rate at the end of each epoch'));
  }
  return {
    id: 'learning',
    title: 'Learning',
    note: html`The loss of <span class="key train">train</span> is the mean over the epoch while the weights
      change, with dropout and penalties; the loss of <span class="key validation">validation</span> and all
      metrics are measured at the end of the epoch, without. The kept epoch is the one whose weights the model
      has.`,
    content:
      figures.length === 0
        ? html`<p>No epoch was recorded.</p>`
        : html`${renderDivergence(curves)}
            <div class="figures">${figures}</div>`,
  };
}

/** The best value of each part, and when; in words below the chart. */
function captionOf({ name, series }: Curve): string {
  const ends = series.flatMap(({ part, points }) => {
    const last = points.findLast(({ value }) => value !== null);
    return last === undefined ? [] : [`${part} ${formatNumber(last.value)}`];
  });
  return `${name}; at the end ${ends.join(', ')}`;
}

/** Says from which epoch on the loss was not a number, if it ever was not. */
function renderDivergence(curves: readonly Curve[]): Html | null {
  const lost = curves
    .flatMap(({ series }) => series)
    .flatMap(({ points }) => points.filter(({ value }) => value === null));
  if (lost.length === 0) return null;
  const first = Math.min(...lost.map(({ epoch }) => epoch));
  const epochs = new Set(lost.map(({ epoch }) => epoch)).size;
  return html`<p class="finding bad">
    <strong>Not a number.</strong> In ${plural(epochs, 'epoch')}, first in epoch ${first}, a value was NaN or
    infinite; lines have gaps there. The usual cause is a learning rate that is too large, or data that is not
    scaled.
  </p>`;
}
