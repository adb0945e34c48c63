import type { MetricTable } from '../../metrics/metric.ts';
import { plural } from '../../page/format.ts';
import type { Html } from '../../page/html.ts';
import { confusionSpec } from '../../page/charts/confusion-spec.ts';
import { drawChart } from '../../page/charts/svg-chart.ts';

/**
 * The confusion matrix: rows are true classes, columns predicted ones. The color tells the share of the row,
 * blue on the diagonal, vermilion for mistakes; the number is the count.
 */
export function drawConfusionMatrix(matrix: MetricTable, id: string): Promise<Html> {
  return drawChart(confusionSpec(matrix), { id, title: 'Confusion matrix', description: describe(matrix) });
}

function describe(matrix: MetricTable): string {
  let total = 0;
  let right = 0;
  let worst = { count: 0, truth: '', guess: '' };
  for (const [truth, row] of matrix.values.entries()) {
    for (const [guess, count] of row.entries()) {
      total += count;
      if (truth === guess) right += count;
      else if (count > worst.count) {
        worst = { count, truth: matrix.rowNames[truth]!, guess: matrix.columnNames[guess]! };
      }
    }
  }
  const mistake =
    worst.count === 0
      ? 'There are no mistakes.'
      : `The most frequent mistake: ${worst.truth} taken for ${worst.guess}, ${plural(worst.count, 'time')}.`;
  return `${right} of ${total} rows are on the diagonal. ${mistake}`;
}
