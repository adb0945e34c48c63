import { html, type Html } from '../../../page/html.ts';
import type { CheckStatistics, ExerciseStatistics } from '../../class/statistics.ts';

const LONGEST_ANSWER = 160;

/** What a class made of the checks of an exercise. */
export function renderChecks({ count, unloaded, checks }: ExerciseStatistics): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Checks">
    <table>
      <caption>
        Checks on ${count} ${count === 1 ? 'submission' : 'submissions'}: who passed, the median time, and
        what came most often
        instead.${unloaded > 0 && html` ${unloaded} could not be loaded, so all their checks failed.`}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="number">task</th>
          <th scope="col">check</th>
          <th scope="col" class="number">passed</th>
          <th scope="col" class="number">time</th>
          <th scope="col">wrong answers</th>
        </tr>
      </thead>
      <tbody>
        ${checks.map(renderRow)}
      </tbody>
    </table>
  </div>`;
}

function renderRow(check: CheckStatistics): Html {
  const share = check.count === 0 ? 0 : check.passed / check.count;
  return html`<tr>
    <td class="number">${check.task}</td>
    <th scope="row">
      ${check.title}${check.visibility === 'hidden' && html` <span class="tag">hidden</span>`}
    </th>
    <td class="number">
      <span class="share" style="--share: ${share.toFixed(3)}">${check.passed} of ${check.count}</span>
    </td>
    <td class="number">${timeText(check.medianMilliseconds)}</td>
    <td class="wide">${renderAnswers(check)}</td>
  </tr>`;
}

function renderAnswers({ wrongAnswers, otherStates, disagreeing }: CheckStatistics): Html {
  const skipped = otherStates.get('skipped') ?? 0;
  return html`<ul class="answers">
    ${wrongAnswers.map(({ message, count }) => html`<li><b>${count}×</b> ${shorten(message)}</li>`)}
    ${skipped > 0 && html`<li><b>${skipped}×</b> not tried, as an earlier check failed</li>`}
    ${disagreeing > 0 && html`<li><b>${disagreeing}×</b> passed with some seeds only</li>`}
  </ul>`;
}

function timeText(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST_ANSWER ? line : `${line.slice(0, LONGEST_ANSWER - 1)}…`;
}
