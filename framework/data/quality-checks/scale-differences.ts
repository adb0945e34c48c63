import type { Column, Table } from '../table.ts';
import type { QualityFinding } from '../quality.ts';
import { selectColumns } from '../table-rows.ts';
import { type QualityCheck } from './quality-check.ts';

/** Features whose spreads differ by more than this make the loss surface a narrow valley. */
const LARGEST_RATIO = 100;
/** Values beyond this move weights too far at the first steps. */
const LARGE_VALUE = 50;

/** Features or targets of very different or very large scale, as the model gets them. */
export const scaleDifferences: QualityCheck = ({ table, features, targets, ready }) => {
  const severity = ready ? ('warning' as const) : ('note' as const);
  return [
    ...featureFindings(ready?.features ?? selectColumns(table, features), severity),
    ...targetFindings(ready?.targets ?? selectColumns(table, targets), severity),
  ];
};

function featureFindings(table: Table, severity: QualityFinding['severity']): QualityFinding[] {
  const spreads = table.columns
    .filter((column) => column.kind === 'number')
    .map((column) => ({ name: column.name, ...spreadOf(column) }))
    .filter(({ deviation }) => deviation > 0);
  spreads.sort((a, b) => a.deviation - b.deviation);
  const [smallest, largest] = [spreads[0], spreads.at(-1)];
  const images = table.columns
    .filter((column) => column.kind === 'tensor')
    .map((column) => ({ name: column.name, ...spreadOf(column) }))
    .filter(({ magnitude }) => magnitude > LARGE_VALUE);
  return [
    ...(smallest && largest && largest.deviation / smallest.deviation > LARGEST_RATIO
      ? [
          {
            check: 'scaleDifferences',
            severity,
            message: `${largest.name} varies ${Math.round(largest.deviation / smallest.deviation)} times as much as ${smallest.name} (standard deviations ${short(largest.deviation)} and ${short(smallest.deviation)}).`,
            fix: 'Add the transform standardize: one learning rate cannot suit both.',
          },
        ]
      : []),
    ...images.map(({ name, magnitude }) => ({
      check: 'scaleDifferences',
      severity,
      message: `The values of ${name} reach ${short(magnitude)}.`,
      fix: 'Add the transform scaleImage (bytes to 0 … 1) or standardize.',
    })),
  ];
}

function targetFindings(table: Table, severity: QualityFinding['severity']): QualityFinding[] {
  return table.columns.flatMap((column) => {
    if (column.kind !== 'number') return [];
    const { magnitude } = spreadOf(column);
    if (magnitude <= LARGE_VALUE) return [];
    return [
      {
        check: 'scaleDifferences',
        severity,
        message: `The values of the target ${column.name} reach ${short(magnitude)}.`,
        fix: 'Add standardize to targetTransforms: a new model predicts about 0 and would have far to go.',
      },
    ];
  });
}

/** Standard deviation, and largest absolute value. Two plain passes: images have millions of values. */
function spreadOf(column: Column): { deviation: number; magnitude: number } {
  if (column.kind === 'category') return { deviation: 0, magnitude: 0 };
  const { values } = column;
  let [count, sum, magnitude] = [0, 0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    if (value > magnitude) magnitude = value;
    else if (-value > magnitude) magnitude = -value;
  }
  if (count === 0) return { deviation: 0, magnitude };
  const mean = sum / count;
  let squares = 0;
  for (const value of values) {
    const difference = value - mean;
    if (!Number.isNaN(difference)) squares += difference * difference;
  }
  return { deviation: Math.sqrt(squares / count), magnitude };
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
