import { formatNumber, plural } from '../../page/format.ts';
import type { Curve } from '../history.ts';
import type { Html } from '../../page/html.ts';
import { CHART_HEIGHT, CHART_WIDTH, COLOR } from '../../page/charts/chart-theme.ts';
import { drawChart } from '../../page/charts/svg-chart.ts';
import { valueAxis } from './value-axis.ts';

const PART_COLORS: Readonly<Record<string, string>> = { train: COLOR.first, validation: COLOR.second };
const PART_DASHES: Readonly<Record<string, readonly number[]>> = { train: [1, 0], validation: [6, 3] };

/**
 * One value over the epochs, a line for each part, with the epoch whose weights were kept.
 * @param chosenEpoch marked by a vertical line; undefined for none
 * @param title of the vertical axis
 */
export function drawLearningCurve(
  curve: Curve,
  id: string,
  chosenEpoch: number | undefined,
  title: string,
): Promise<Html> {
  const points = curve.series.flatMap(({ part, points }) =>
    points.map(({ epoch, value }) => ({ part, epoch, value })),
  );
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const last = Math.max(1, ...points.map(({ epoch }) => epoch));
  const parts = curve.series.map(({ part }) => part);
  const y = { field: 'value', type: 'quantitative', ...valueAxis(values, title) };
  const x = {
    field: 'epoch',
    type: 'quantitative',
    title: 'epoch',
    scale: { domain: [0, last], nice: false },
    axis: { tickMinStep: 1, tickCount: 6, format: 'd' },
  };
  const byPart = { field: 'part', type: 'nominal', legend: null };
  const color = {
    ...byPart,
    scale: { domain: parts, range: parts.map((part) => PART_COLORS[part] ?? COLOR.muted) },
  };
  const strokeDash = {
    ...byPart,
    scale: { domain: parts, range: parts.map((part) => PART_DASHES[part] ?? [2, 2]) },
  };
  const few = points.length <= 3 * parts.length;
  const layers: object[] = [
    { mark: { type: 'line', strokeWidth: 2, interpolate: 'linear' }, encoding: { x, y, color, strokeDash } },
    // A line needs two points; with few epochs each is marked.
    ...(few
      ? [{ mark: { type: 'point', filled: true, size: 50, opacity: 1 }, encoding: { x, y, color } }]
      : []),
    ...(chosenEpoch === undefined ? [] : chosenMark(chosenEpoch, last)),
  ];
  return drawChart(
    { width: CHART_WIDTH, height: CHART_HEIGHT, data: { values: points }, layer: layers },
    { id, title: `${curve.name} over the epochs`, description: describe(curve, chosenEpoch) },
  );
}

function chosenMark(epoch: number, last: number): object[] {
  const data = { values: [{ epoch, label: `kept: epoch ${epoch}` }] };
  const x = { field: 'epoch', type: 'quantitative' };
  const right = epoch > last / 2;
  return [
    { data, mark: { type: 'rule', color: COLOR.muted, strokeDash: [2, 3] }, encoding: { x } },
    {
      data,
      mark: {
        type: 'text',
        align: right ? 'right' : 'left',
        dx: right ? -5 : 5,
        baseline: 'bottom',
        y: -8,
        dy: 0,
        color: COLOR.muted,
      },
      encoding: { x, text: { field: 'label', type: 'nominal' } },
    },
  ];
}

function describe(curve: Curve, chosenEpoch: number | undefined): string {
  const sentences = curve.series.map(({ part, points }) => {
    const known = points.filter(({ value }) => value !== null);
    if (known.length === 0) return `${part}: never a number.`;
    const lost = points.length - known.length;
    return (
      `${part}: from ${formatNumber(known[0]!.value)} at epoch ${known[0]!.epoch} ` +
      `to ${formatNumber(known.at(-1)!.value)} at epoch ${known.at(-1)!.epoch}` +
      (lost > 0 ? `; not a number in ${plural(lost, 'epoch')}.` : '.')
    );
  });
  return [...sentences, ...(chosenEpoch === undefined ? [] : [`Kept: epoch ${chosenEpoch}.`])].join(' ');
}
