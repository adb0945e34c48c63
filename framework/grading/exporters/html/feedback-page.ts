import { scoreText, sumOf } from '../../card/layout.ts';
import { markOf } from '../../card/state.ts';
import type { Gradebook, GradebookRow } from '../../class/gradebook.ts';
import { renderDocument } from '../../../page/document.ts';
import { html, type Html } from '../../../page/html.ts';
import { renderSection } from '../../../page/section.ts';
import type { CheckResult, ExerciseResult } from '../../result/result.ts';
import { cellSentences } from '../in-words.ts';
import { renderCheck } from './check.ts';
import { gradingStyle } from './style.ts';

/** The page for one student: every exercise with points, and why those that are missing are. */
export function feedbackPage(
  { course, exercises, maximumPoints }: Gradebook,
  row: GradebookRow,
  results: readonly (ExerciseResult | undefined)[],
): string {
  const name = row.name ?? row.student;
  const isolation = results.find((result) => result !== undefined)?.run.isolation;
  const body = html`<main>
      <header class="opening feedback">
        <p class="overline">${course}</p>
        <h1>${name}</h1>
        <dl class="headline">
          <div>
            <dt>points</dt>
            <dd><strong>${row.points}</strong> of ${maximumPoints}</dd>
          </div>
        </dl>
      </header>
      ${exercises.length > 1 && renderContents(exercises, row)}
      ${exercises.map((exercise, index) =>
        renderSection({
          id: `exercise-${exercise.id}`,
          title: exercise.title,
          note: exercise.id,
          content: html`${exercises.length > 1 && renderPoints(row.cells[index]!.points, exercise.maximumPoints)}
          ${renderExercise(row.cells[index]!, results[index])}`,
        }),
      )}
    </main>
    <footer>
      <p>
        Graded by Descent from what was handed
        in${isolation !== undefined && html`, at isolation level “${isolation}”`}. Of hidden checks the title
        and a hint are shown, not their data. Random data are the same at every grading of the same files.
      </p>
    </footer>`;
  return renderDocument({ title: `${name} – ${course}`, body, style: gradingStyle });
}

function renderContents(exercises: Gradebook['exercises'], row: GradebookRow): Html {
  return html`<nav aria-label="Exercises">
    ${exercises.map(
      ({ id, title, maximumPoints }, index) =>
        html`<a href="#exercise-${id}">${title}: ${scoreText(row.cells[index]!.points, maximumPoints)}</a> `,
    )}
  </nav>`;
}

function renderPoints(points: number, maximumPoints: number): Html {
  return html`<p class="points"><strong>${points}</strong> of ${maximumPoints} points</p>`;
}

function renderExercise(cell: GradebookRow['cells'][number], result: ExerciseResult | undefined): Html {
  const checks = result?.checks.filter(({ state }) => state !== 'not run') ?? [];
  const unloaded = checks.find(({ cause }) => cause === 'not loaded');
  const tasks = [...new Set(checks.map(({ task }) => task))].sort((one, other) => one - other);
  const times = [
    cell.time === undefined ? undefined : `handed in ${timeText(cell.time)}`,
    cell.due === undefined ? undefined : `due ${timeText(cell.due)}`,
  ].filter((text) => text !== undefined);
  return html`${times.length > 0 && html`<p class="note">${times.join(' · ')}</p>`}
  ${cellSentences(cell, result).map((sentence) => html`<p class="finding caution">${sentence}</p>`)}
  ${unloaded !== undefined && html`<div class="check wrong">${renderCheck({ ...unloaded, title: 'The files could not be loaded, so nothing was checked.' })}</div>`}
  ${
    unloaded === undefined &&
    tasks.map((task) =>
      renderTask(
        task,
        checks.filter((check) => check.task === task),
      ),
    )
  }`;
}

function renderTask(task: number, checks: readonly CheckResult[]): Html {
  const given = sumOf(checks.map(({ points }) => points));
  const maximum = sumOf(checks.map(({ maximumPoints }) => maximumPoints));
  return html`<div class="task">
    <h3><span>Task ${task}</span> <span>${scoreText(given, maximum)}</span></h3>
    ${checks.map((check) => html`<div class="check ${kindOf(check)}">${renderCheck(check)}</div>`)}
  </div>`;
}

function kindOf(check: CheckResult): string {
  if (check.state === 'pass') return 'pass';
  if (check.state === 'partial' || check.state === 'grader error') return 'some';
  return markOf(check) === '✗' ? 'wrong' : 'open';
}

/** `20 Nov 2026, 17:00 UTC` */
function timeText(time: string): string {
  const format = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return `${new Date(time).toLocaleString('en-GB', { ...format, timeZone: 'UTC' })} UTC`;
}
