import { COLOR } from './chart-theme.ts';
import { labelsByNumber } from './label-expression.ts';

/** Counts by true and predicted class. */
export interface ConfusionTable {
  /** The true classes. */
  readonly rowNames: readonly string[];
  /** The predicted ones. */
  readonly columnNames: readonly string[];
  /** Row after row. */
  readonly values: readonly (readonly number[])[];
}

/** How large a matrix is, in pixels. */
export interface ConfusionSize {
  /** Cells are at most that large, by default 68. */
  readonly cell?: number;
  /** The whole matrix is at most that wide, by default 310. */
  readonly width?: number;
  /** The largest number in a cell, by default 14. */
  readonly fontSize?: number;
}

/** More classes than this, and numbers are too small to read; the colors still show the pattern. */
const MOST_NUMBERED = 25;

/**
 * From a share to an opacity. The step at one half keeps the number readable on every cell, in light and dark:
 * dark on pale below, pale on strong above.
 */
const SHADES = { domain: [0, 0.4999, 0.5, 1], range: [0.06, 0.42, 0.92, 1] } as const;

/**
 * The specification of a confusion matrix: rows are true classes, columns predicted ones. The color tells the share of
 * the row, blue on the diagonal, vermilion for mistakes; the number is the count.
 */
export function confusionSpec(
  matrix: ConfusionTable,
  { cell: largest = 68, width = 310, fontSize = 14 }: ConfusionSize = {},
): Record<string, unknown> {
  const classes = matrix.rowNames;
  const cell = Math.min(largest, Math.floor(width / matrix.columnNames.length));
  const cells = matrix.values.flatMap((row, truth) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count, guess) => ({
      truth,
      guess,
      // An empty cell of a large matrix stays empty, so that mistakes can be seen.
      text: count === 0 && classes.length > 5 ? '' : String(count),
      share: total === 0 ? 0 : count / total,
      right: truth === guess,
    }));
  });
  const axis = (title: string, names: readonly string[]) => ({
    title,
    domain: false,
    ticks: false,
    grid: false,
    labelLimit: 110,
    labelOverlap: classes.length > MOST_NUMBERED,
    labelExpr: labelsByNumber(names),
  });
  const wide = matrix.columnNames.some((name) => name.length * 6.5 > cell);
  const x = {
    field: 'guess',
    type: 'ordinal',
    axis: { ...axis('predicted class', matrix.columnNames), labelAngle: wide ? -40 : 0 },
  };
  const y = { field: 'truth', type: 'ordinal', axis: axis('true class', classes) };
  const layers = [
    {
      mark: {
        type: 'rect',
        stroke: 'var(--paper)',
        strokeWidth: cell > 20 ? 2 : 0.5,
        cornerRadius: cell > 20 ? 3 : 0,
      },
      encoding: {
        x,
        y,
        fill: { condition: { test: 'datum.right', value: COLOR.first }, value: COLOR.second },
        fillOpacity: {
          field: 'share',
          type: 'quantitative',
          scale: SHADES,
          legend: null,
        },
      },
    },
    ...(classes.length > MOST_NUMBERED
      ? []
      : [
          {
            mark: { type: 'text', fontSize: Math.max(8, Math.min(fontSize, cell / 2.6)) },
            encoding: {
              x,
              y,
              text: { field: 'text', type: 'nominal' },
              color: { condition: { test: 'datum.share >= 0.5', value: COLOR.onStrong }, value: COLOR.ink },
            },
          },
        ]),
  ];
  return {
    width: cell * matrix.columnNames.length,
    height: cell * classes.length,
    data: { values: cells },
    layer: layers,
  };
}
