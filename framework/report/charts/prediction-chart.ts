import { formatNumber } from '../../page/format.ts';
import type { Html } from '../../page/html.ts';
import { CHART_WIDTH, COLOR } from '../../page/charts/chart-theme.ts';
import { drawChart } from '../../page/charts/svg-chart.ts';
import { tickFormat } from './value-axis.ts';

/** A true and a predicted number. */
export interface PredictedPair {
  readonly truth: number;
  readonly prediction: number;
}

const HEIGHT = 260;

/** Predicted against true values, with the line on which a perfect model would lie. Both axes are alike. */
export function drawPredictions(output: string, pairs: readonly PredictedPair[], id: string): Promise<Html> {
  const domain = extent(pairs.flatMap(({ truth, prediction }) => [truth, prediction]));
  const axis = { tickCount: 5, ...tickFormat(domain) };
  const scale = { domain, nice: false, zero: false };
  const line = [{ at: domain[0] }, { at: domain[1] }];
  return drawChart(
    {
      width: CHART_WIDTH,
      height: HEIGHT,
      layer: [
        {
          data: { values: line },
          mark: { type: 'line', color: COLOR.muted, strokeDash: [4, 3], strokeWidth: 1.5 },
          encoding: { x: { field: 'at', type: 'quantitative' }, y: { field: 'at', type: 'quantitative' } },
        },
        {
          data: { values: pairs },
          mark: points(pairs.length),
          encoding: {
            x: {
              field: 'truth',
              type: 'quantitative',
              title: `${output}, true`,
              scale,
              axis: { ...axis, grid: true },
            },
            y: { field: 'prediction', type: 'quantitative', title: `${output}, predicted`, scale, axis },
          },
        },
      ],
    },
    {
      id,
      title: `Predicted against true ${output}`,
      description: `${pairs.length} points; the dashed line is a perfect prediction. Values from ${formatNumber(domain[0])} to ${formatNumber(domain[1])}.`,
    },
  );
}

/** Residuals (predicted − true) against the prediction: a model that misses nothing leaves no pattern here. */
export function drawResiduals(output: string, pairs: readonly PredictedPair[], id: string): Promise<Html> {
  const rows = pairs.map(({ truth, prediction }) => ({ prediction, residual: prediction - truth }));
  const domain = extent(rows.map(({ prediction }) => prediction));
  const largest = rows.reduce((size, { residual }) => Math.max(size, Math.abs(residual)), 0);
  return drawChart(
    {
      width: CHART_WIDTH,
      height: HEIGHT,
      layer: [
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: 'rule', color: COLOR.muted, strokeDash: [4, 3], strokeWidth: 1.5 },
          encoding: { y: { field: 'zero', type: 'quantitative' } },
        },
        {
          data: { values: rows },
          mark: points(pairs.length),
          encoding: {
            x: {
              field: 'prediction',
              type: 'quantitative',
              title: `${output}, predicted`,
              scale: { domain, nice: false, zero: false },
              axis: { tickCount: 5, ...tickFormat(domain), grid: true },
            },
            y: {
              field: 'residual',
              type: 'quantitative',
              title: 'residual: predicted − true',
              scale: { domain: [-(largest || 1), largest || 1], nice: true },
              axis: { tickCount: 5, ...tickFormat([largest]) },
            },
          },
        },
      ],
    },
    {
      id,
      title: `Residuals of ${output}`,
      description: `Predicted minus true value against the prediction; the largest residual is ${formatNumber(largest)} in size.`,
    },
  );
}

function points(count: number): object {
  return {
    type: 'point',
    filled: true,
    color: COLOR.first,
    size: count > 400 ? 14 : 34,
    opacity: count > 400 ? 0.4 : 0.65,
  };
}

function extent(values: readonly number[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const margin = (high - low || Math.abs(high) || 1) * 0.04;
  return [low - margin, high + margin];
}
