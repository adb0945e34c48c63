import { CHART_HEIGHT, CHART_WIDTH, COLOR } from '../../../page/charts/chart-theme.ts';
import { drawChart } from '../../../page/charts/svg-chart.ts';
import { plural } from '../../../page/format.ts';
import type { Html } from '../../../page/html.ts';

const BINS = 10;

/** How many of a class reached which part of the points: ten bars, full marks in the last. @param shares from 0 to 1 and above */
export function drawDistribution(
  shares: readonly number[],
  { id, title }: { id: string; title: string },
): Promise<Html> {
  const counts = countBins(shares);
  const values = counts.map((count, bin) => ({
    from: (100 / BINS) * bin,
    to: (100 / BINS) * (bin + 1),
    count,
  }));
  return drawChart(
    {
      width: CHART_WIDTH,
      height: CHART_HEIGHT * 0.7,
      data: { values },
      mark: { type: 'bar', color: COLOR.first, binSpacing: 2 },
      encoding: {
        x: {
          field: 'from',
          type: 'quantitative',
          bin: { binned: true, step: 100 / BINS },
          title: 'per cent of the points',
          axis: { tickCount: 5, grid: false },
        },
        x2: { field: 'to' },
        y: {
          field: 'count',
          type: 'quantitative',
          title: 'students',
          axis: { tickMinStep: 1, tickCount: 4, format: 'd' },
        },
      },
    },
    {
      id,
      title,
      description: values
        .filter(({ count }) => count > 0)
        .map(({ from, to, count }) => `${from} to ${to} per cent: ${plural(count, 'student')}.`)
        .join(' '),
    },
  );
}

/** Students per tenth of the points; who has all of them or more is in the last. */
export function countBins(shares: readonly number[]): readonly number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const share of shares) counts[Math.max(0, Math.min(BINS - 1, Math.floor(share * BINS + 1e-9)))]!++;
  return counts;
}
