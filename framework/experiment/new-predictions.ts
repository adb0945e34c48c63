import type { Predictions } from './predict.ts';
import { csvCell, csvLine, csvNumber } from './predictions-file.ts';

/**
 * Predictions of new rows as csv: `row` (in the file, counted from 1), then for classes `prediction` and one
 * `p:<class>` each, for numbers one `prediction:<output>` each.
 */
export function formatNewPredictions({ task, outputs, sourceRows, values }: Predictions): string {
  const isClasses = task === 'classification';
  const header = isClasses
    ? ['row', 'prediction', ...outputs.map((name) => `p:${name}`)]
    : ['row', ...outputs.map((name) => `prediction:${name}`)];
  const names = outputs.map(csvCell);
  const lines = Array.from(sourceRows, (sourceRow, row) => {
    const own = values.subarray(row * outputs.length, (row + 1) * outputs.length);
    const numbers = Array.from(own, csvNumber);
    const best = own.some(Number.isNaN) ? -1 : own.indexOf(Math.max(...own));
    return [sourceRow + 1, ...(isClasses ? [names[best] ?? ''] : []), ...numbers].join(',');
  });
  return `${[csvLine(header), ...lines].join('\n')}\n`;
}
