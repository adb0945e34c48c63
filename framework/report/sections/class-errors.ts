import type { MetricTable } from '../../metrics/metric.ts';
import { drawConfusionMatrix } from '../charts/confusion-chart.ts';
import { countConfusion, scoreClasses } from '../class-scores.ts';
import { formatCount, formatNumber } from '../../page/format.ts';
import { html } from '../../page/html.ts';
import type { RunRecord } from '../run-record.ts';
import { renderFigure, renderTable, type Section } from '../../page/section.ts';
import { renderWorstClassified } from './worst-examples.ts';

/** Which classes are mistaken for which, and the rows on which the model was most wrong. */
export async function classErrorsSection(record: RunRecord): Promise<Section | undefined> {
  const { result, predictions } = record;
  const matrix = countConfusion(result.outputs, predictions) ?? recordedMatrix(record);
  if (matrix === undefined) return undefined;
  const chart = await drawConfusionMatrix(matrix, 'confusion');
  return {
    id: 'errors',
    title: 'Mistakes',
    note: html`On the ${result.judgedPart} part. <b>Precision</b>: of the rows predicted as a class, the share
      that are of it. <b>Recall</b>: of the rows of a class, the share that was found. <b>F1</b>: their
      harmonic mean.`,
    content: html`<div class="beside">
        ${renderFigure(chart, 'rows are true classes; the stronger the color, the larger the share of the row')}
        ${renderClassTable(matrix)}
      </div>
      ${predictions.length > 0 ? renderWorstClassified(result.outputs, predictions) : null}`,
  };
}

function recordedMatrix({ result }: RunRecord): MetricTable | undefined {
  const recorded = result.parts[result.judgedPart]?.metrics.confusionMatrix;
  return typeof recorded === 'object' && recorded !== null ? recorded : undefined;
}

function renderClassTable(matrix: MetricTable) {
  return renderTable(
    'By class',
    [
      { title: 'class' },
      { title: 'precision', numeric: true },
      { title: 'recall', numeric: true },
      { title: 'F1', numeric: true },
      { title: 'rows', numeric: true },
    ],
    scoreClasses(matrix).map(({ name, precision, recall, f1, rows }) => ({
      cells: [name, formatNumber(precision), formatNumber(recall), formatNumber(f1), formatCount(rows)],
    })),
  );
}
