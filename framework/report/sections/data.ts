import type { DataReport } from '../../experiment/data-report.ts';
import { PART_NAMES } from '../../data/split.ts';
import { formatCount, formatNumber, formatShare, plural } from '../../page/format.ts';
import { html, type Html } from '../../page/html.ts';
import type { RunRecord } from '../run-record.ts';
import { renderTable, type Section } from '../../page/section.ts';

const MOST_FEATURES = 60;

/** What went in: rows and classes of each part, the inputs, and what the quality checks found. */
export function dataSection({ data }: RunRecord): Section | undefined {
  if (data === undefined) return undefined;
  return {
    id: 'data',
    title: 'Data',
    note: `${plural(data.rows, 'row')} used, ${formatCount(data.droppedRows)} dropped because a value was missing. Everything that transforms learn, they learn from the training part.`,
    content: html`${renderFindings(data)} ${renderClassCounts(data) ?? renderTargetSummaries(data)}
    ${renderFeatures(data)}`,
  };
}

function renderFindings({ findings }: DataReport): Html {
  if (findings.length === 0) {
    return html`<p class="finding good">
      <strong>Nothing found.</strong> The quality checks have no remark on this data.
    </p>`;
  }
  return html`${findings.map(
    ({ check, severity, message, fix }) =>
      html`<p class="finding ${severity === 'warning' ? 'caution' : 'remark'}">
        <strong>${severity === 'warning' ? 'Warning' : 'Note'} (${check}).</strong> ${message} <em>${fix}</em>
      </p>`,
  )}`;
}

function renderClassCounts({ parts }: DataReport): Html | null {
  const used = PART_NAMES.filter((name) => parts[name].rows > 0);
  const counts = parts.train.classCounts;
  if (counts === undefined) return null;
  return renderTable(
    'Rows of each class',
    [{ title: 'class' }, ...used.map((title) => ({ title, numeric: true }))],
    [
      ...counts.map(({ name }, index) => ({
        cells: [
          name,
          ...used.map((part) => {
            const rows = parts[part].classCounts?.[index]?.rows ?? 0;
            const share = rows / parts[part].rows;
            return html`<span class="share" style="--share: ${share}"
              >${formatCount(rows)} <small>${formatShare(share)}</small></span
            >`;
          }),
        ],
      })),
      { cells: ['all', ...used.map((part) => formatCount(parts[part].rows))], emphasis: true },
    ],
  );
}

function renderTargetSummaries({ parts }: DataReport): Html {
  return renderTable(
    'The target in each part',
    [
      { title: 'part' },
      { title: 'target' },
      ...['rows', 'mean', 'standard deviation', 'smallest', 'largest'].map((title) => ({
        title,
        numeric: true,
      })),
    ],
    PART_NAMES.flatMap((part) =>
      (parts[part].targetSummary ?? []).map(({ name, mean, standardDeviation, minimum, maximum }) => ({
        cells: [
          part,
          name,
          formatCount(parts[part].rows),
          ...[mean, standardDeviation, minimum, maximum].map(formatNumber),
        ],
      })),
    ),
  );
}

function renderFeatures({ features }: DataReport): Html | null {
  if (features.length === 0) return null;
  const shown = features.slice(0, MOST_FEATURES);
  const rest = features.length - shown.length;
  return html`<p class="features">
    <span>Inputs after the transforms:</span> ${shown.map((name) => html`<code>${name}</code> `)}${
      rest > 0 ? `and ${formatCount(rest)} more` : ''
    }
  </p>`;
}
