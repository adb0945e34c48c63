import { subjectOf } from '../../card/check-lines.ts';
import { scoreText } from '../../card/layout.ts';
import { markOf, remarkOf } from '../../card/state.ts';
import { html, type Html, type HtmlPart } from '../../../page/html.ts';
import type { CheckResult } from '../../result/result.ts';
import { placeText } from '../in-words.ts';
import { shownCheck } from '../../result/without-secrets.ts';

/** A check as its student sees it: title and points; what was expected, what came and a hint where points are missing. */
export function renderCheck(check: CheckResult): Html {
  const shown = shownCheck(check);
  const remark = shown.visibility === 'hidden' && shown.state !== 'skipped' ? ' (hidden)' : remarkOf(shown);
  return html`<p>
      <span class="mark" aria-hidden="true">${markOf(shown)}</span>
      <span class="title">${shown.title}${remark}</span>
      <span class="score">${scoreText(shown.points, shown.maximumPoints)}</span>
    </p>
    ${shown.state !== 'pass' && renderReasons(shown)}`;
}

function renderReasons({
  state,
  cause,
  message,
  expected,
  received,
  facts,
  call,
  place,
  printed,
  hint,
}: CheckResult): Html | false {
  if (state === 'grader error')
    return html`<div class="why"><p>This check broke. That is our fault, not yours.</p></div>`;
  if (state === 'skipped' || cause === 'to do') return false;
  const rows: (readonly [string, HtmlPart])[] = [
    ['expected', expected],
    ['got', received],
    ['', facts?.join('; ')],
    ['call', call !== undefined && html`<code>${call}</code>`],
    ['at', place !== undefined && html`<code>${placeText(place)}</code>`],
  ];
  const known = rows.filter(([, value]) => value !== undefined && value !== false);
  return html`<div class="why">
    ${message !== undefined && html`<p>${subjectOf({ message, expected, received })}</p>`}
    ${
      known.length > 0 &&
      html`<dl>
        ${known.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>`
    }
    ${
      printed !== undefined &&
      html`<p class="note">your console.log</p>
        <pre tabindex="0">${printed}</pre>`
    }
    ${hint !== undefined && cause === undefined && html`<p class="hint">${hint}</p>`}
  </div>`;
}
