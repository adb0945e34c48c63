import type { Interval } from '../../metrics/bootstrap-interval.ts';
import { formatInterval, formatNumber } from '../../page/format.ts';
import type { Html } from '../../page/html.ts';
import { CHART_WIDTH, COLOR } from '../../page/charts/chart-theme.ts';
import { labelsByNumber } from '../../page/charts/label-expression.ts';
import { drawChart } from '../../page/charts/svg-chart.ts';
import { tickFormat } from './value-axis.ts';

/** One line of the comparison: the model or a baseline. */
export interface Contender {
  readonly title: string;
  readonly value: number | null;
  readonly interval: Interval | undefined;
  readonly isModel: boolean;
}

/** The model beside its baselines on one metric: a dot for the value, a line for its 95 % interval. */
export function drawComparison(metric: string, contenders: readonly Contender[], id: string): Promise<Html> {
  // A contender without a number keeps its line, empty.
  const rows = contenders.flatMap(({ value, interval, isModel }, position) =>
    value === null
      ? []
      : [{ position, value, low: interval?.[0] ?? value, high: interval?.[1] ?? value, isModel }],
  );
  const y = {
    field: 'position',
    type: 'ordinal',
    scale: { domain: [...contenders.keys()] },
    title: null,
    axis: {
      labelExpr: labelsByNumber(contenders.map(({ title }) => title)),
      labelLimit: 180,
      labelColor: COLOR.ink,
      labelFontSize: 12,
      labelPadding: 10,
    },
  };
  const scale = { zero: false, nice: true, padding: 8 };
  const color = { condition: { test: 'datum.isModel', value: COLOR.first }, value: COLOR.second };
  const values = rows.flatMap(({ low, high }) => [low, high]);
  const x = {
    type: 'quantitative',
    title: metric,
    scale,
    axis: { grid: true, tickCount: 5, ...tickFormat(values) },
  };
  return drawChart(
    {
      width: CHART_WIDTH - 80,
      height: { step: 34 },
      data: { values: rows },
      layer: [
        {
          mark: { type: 'rule', strokeWidth: 3, opacity: 0.55, strokeCap: 'round' },
          encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y, color },
        },
        {
          mark: { type: 'point', filled: true, size: 110, opacity: 1 },
          encoding: {
            x: { ...x, field: 'value' },
            y,
            color,
            shape: { condition: { test: 'datum.isModel', value: 'circle' }, value: 'diamond' },
          },
        },
      ],
    },
    {
      id,
      title: `${metric} of the model and its baselines`,
      description: contenders
        .map(
          ({ title, value, interval }) =>
            `${title}: ${formatNumber(value)}${interval ? `, interval ${formatInterval(interval)}` : ''}.`,
        )
        .join(' '),
    },
  );
}
