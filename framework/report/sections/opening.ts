import { judgeShuffledLabels } from '../../experiment/shuffled-labels.ts';
import { formatInterval, formatNumber, plural } from '../../page/format.ts';
import { html, type Html } from '../../page/html.ts';
import { judgedNumbers } from '../judged-numbers.ts';
import type { RunRecord } from '../run-record.ts';
import { describeRun } from './what-was-run.ts';

/** The top of the page: name, verdict, the most important numbers, and what was run in words. */
export function renderOpening(record: RunRecord): Html {
  const { result, spec, provenance } = record;
  const started = provenance === undefined ? null : new Date(provenance.started);
  return html`<header class="opening">
    <p class="overline">
      Experiment
      report${
        started === null
          ? null
          : html` · <time datetime="${started.toISOString()}">${formatDate(started)}</time>`
      }
    </p>
    <h1>${result.name}</h1>
    ${spec?.description ? html`<p class="lead">${spec.description}</p>` : null}
    <p class="badges">${renderStatus(record)}${renderTargetBadge(record)}</p>
    ${renderTrouble(record)}${renderTrial(record)}
    <div class="abstract">
      ${renderHeadline(record)}
      <div class="prose">${describeRun(record)}</div>
    </div>
  </header>`;
}

function renderStatus({ result }: RunRecord): Html {
  const tone = { completed: 'good', 'stopped early': 'good', interrupted: 'caution', failed: 'bad' } as const;
  return html`<span class="badge ${tone[result.status]}">${result.status}</span>`;
}

function renderTargetBadge({ result: { targets } }: RunRecord): Html | null {
  if (targets.length === 0) return null;
  const met = targets.filter((target) => target.met).length;
  return met === targets.length
    ? html`<span class="badge good">${targets.length === 1 ? 'target met' : `all ${met} targets met`}</span>`
    : html`<span class="badge bad">${missedText(targets.length - met, targets.length)}</span>`;
}

function missedText(missed: number, all: number): string {
  return all === 1 ? 'target missed' : `${missed} of ${plural(all, 'target')} missed`;
}

/** Why a run did not end as it should, where everybody sees it. */
function renderTrouble({ result: { status, reason } }: RunRecord): Html | null {
  if (status !== 'failed' && status !== 'interrupted') return null;
  const advice =
    status === 'failed'
      ? 'What follows shows how far it came.'
      : 'What follows is the report of what there is; the same command goes on from the last checkpoint.';
  return html`<p class="finding ${status === 'failed' ? 'bad' : 'caution'}">
    <strong>${reason}</strong> ${advice}
  </p>`;
}

/** That this is no full run, where everybody sees it. */
function renderTrial({ result }: RunRecord): Html | null {
  switch (result.trial?.kind) {
    case 'fast':
      return html`<p class="finding caution">
        <strong>A trial of one epoch with two batches.</strong> It shows that everything fits together; the
        numbers mean nothing.
      </p>`;
    case 'overfit':
      return html`<p class="finding caution">
        <strong>A trial on the same ${plural(result.trial.rows, 'row')} for training and judging.</strong> A
        model that can learn brings the loss near zero; on other rows it is not measured.
      </p>`;
    case 'shuffleLabels': {
      const control = judgeShuffledLabels(result);
      return html`<p class="finding ${control?.passed === false ? 'bad' : 'caution'}">
        <strong>A control run: it was trained on shuffled labels.</strong>
        ${control?.text ?? 'No metric of it can be compared with chance.'}
      </p>`;
    }
    case undefined:
      return null;
  }
}

/** The first few numbers of the judged part, large. */
function renderHeadline(record: RunRecord): Html | null {
  const numbers = judgedNumbers(record.result).slice(0, 3);
  if (numbers.length === 0) return null;
  return html`<dl class="headline">
    ${numbers.map(
      ({ name, value, interval }) =>
        html`<div>
          <dt>${record.result.judgedPart} ${name}</dt>
          <dd>
            <strong>${formatNumber(value)}</strong>
            ${interval === undefined ? null : html`<small>95 %: ${formatInterval(interval)}</small>`}
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** In universal time, so that the page does not depend on where it was written. */
function formatDate(date: Date): string {
  return `${date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })}, ${date
    .toISOString()
    .slice(11, 16)} UTC`;
}
