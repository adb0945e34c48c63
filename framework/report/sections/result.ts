import { PART_NAMES } from '../../data/split.ts';
import { drawComparison, type Contender } from '../charts/comparison-chart.ts';
import { formatCount, formatInterval, formatNumber } from '../../page/format.ts';
import { html, type Html, type HtmlPart } from '../../page/html.ts';
import { judgedNumbers } from '../judged-numbers.ts';
import { compareWithBaselines } from '../verdict.ts';
import type { RunRecord } from '../run-record.ts';
import { renderFigure, renderTable, type Section } from '../../page/section.ts';

/** Charts of that many metrics; the table has all. */
const MOST_CHARTS = 3;

/** The result: targets, the model beside its baselines, and every metric on every part. */
export async function resultSection(record: RunRecord): Promise<Section> {
  const { result } = record;
  const verdict = compareWithBaselines(result);
  return {
    id: 'result',
    title: 'Result',
    note: html`Judged on the ${result.judgedPart} part. An interval tells where 95 of 100 such values would
    lie if other rows like these had been drawn (bootstrap); the chance in training is not in it.`,
    content: html`${verdict === undefined ? null : html`<p class="verdict">${verdict}</p>`}
      ${result.baselines.length > 0 ? await renderComparisons(record) : null} ${renderBaselineTable(record)}
      <div class="beside">${renderTargets(record)} ${renderPartsTable(record)}</div>`,
  };
}

function renderTargets({ result }: RunRecord): Html | null {
  if (result.targets.length === 0) return null;
  return renderTable(
    'Targets of the experiment',
    [{ title: 'value' }, { title: 'must be' }, { title: 'is', numeric: true }, { title: 'verdict' }],
    result.targets.map(({ value, condition, measured, met }) => ({
      cells: [
        html`<code>${value}</code>`,
        condition,
        formatNumber(measured),
        met ? html`<span class="good">✓ met</span>` : html`<span class="bad">✗ missed</span>`,
      ],
    })),
  );
}

async function renderComparisons({ result }: RunRecord): Promise<Html> {
  const numbers = judgedNumbers(result)
    .filter(({ value }) => value !== null)
    .slice(0, MOST_CHARTS);
  const figures: Html[] = [];
  for (const [index, { name, value, interval }] of numbers.entries()) {
    const contenders: Contender[] = [
      { title: 'this model', value, interval, isModel: true },
      ...result.baselines.map((baseline) => ({
        title: baseline.title,
        value: baseline.metrics[name] ?? null,
        interval: baseline.intervals[name],
        isModel: false,
      })),
    ];
    figures.push(
      renderFigure(
        await drawComparison(name, contenders, `comparison-${index}`),
        html`${name} on the ${result.judgedPart} part; lines are 95 % intervals`,
      ),
    );
  }
  return html`<div class="figures">${figures}</div>`;
}

function renderBaselineTable({ result }: RunRecord): Html | null {
  const numbers = judgedNumbers(result);
  if (numbers.length === 0 || result.baselines.length === 0) return null;
  const remarks = result.baselines.filter(({ remark }) => remark !== null);
  return html`${renderTable(
    `The model beside its baselines, ${result.judgedPart} part`,
    [{ title: '' }, ...numbers.map(({ name }) => ({ title: html`<code>${name}</code>`, numeric: true }))],
    [
      {
        cells: ['this model', ...numbers.map(({ value, interval }) => withInterval(value, interval))],
        emphasis: true,
      },
      ...result.baselines.map(({ title, metrics, intervals }) => ({
        cells: [title, ...numbers.map(({ name }) => withInterval(metrics[name], intervals[name]))],
      })),
    ],
  )}
  ${remarks.map(({ title, remark }) => html`<p class="note">${title}: ${remark}.</p>`)}`;
}

function renderPartsTable({ result }: RunRecord): Html {
  const parts = PART_NAMES.filter((name) => result.parts[name] !== undefined);
  const names = new Set(
    parts.flatMap((name) =>
      Object.entries(result.parts[name]!.metrics)
        .filter(([, value]) => value === null || typeof value === 'number')
        .map(([metric]) => metric),
    ),
  );
  return renderTable(
    'The model on every part. Much better on train than on validation means overfitting.',
    [{ title: '' }, ...parts.map((title) => ({ title, numeric: true }))],
    [
      { cells: ['rows', ...parts.map((name) => formatCount(result.parts[name]!.rows))] },
      { cells: [html`<code>loss</code>`, ...parts.map((name) => formatNumber(result.parts[name]!.loss))] },
      ...[...names].map((metric) => ({
        cells: [
          html`<code>${metric}</code>`,
          ...parts.map((name) => {
            const value = result.parts[name]!.metrics[metric];
            return formatNumber(typeof value === 'number' ? value : null);
          }),
        ],
      })),
    ],
  );
}

function withInterval(
  value: number | null | undefined,
  interval: readonly [number, number] | undefined,
): HtmlPart {
  if (interval === undefined) return formatNumber(value);
  return html`${formatNumber(value)} <small>${formatInterval(interval)}</small>`;
}
