import type { ExerciseStatistics } from '../../class/statistics.ts';
import { medianOf } from '../../class/statistics.ts';
import type { Gradebook } from '../../class/gradebook.ts';
import { findDuplicates } from '../../class/duplicates.ts';
import { renderDocument } from '../../../page/document.ts';
import { html, type Html } from '../../../page/html.ts';
import { plural } from '../../../page/format.ts';
import { renderFigure, renderSection, type Section } from '../../../page/section.ts';
import { drawDistribution } from './distribution-chart.ts';
import { gradingStyle } from './style.ts';
import { renderRoster } from './roster.ts';
import { sortScript } from './sort-script.ts';
import { renderChecks } from './checks-table.ts';

/** The page for the instructor: the class at a glance, every student, and what each check found. */
export async function gradebookPage(
  gradebook: Gradebook,
  statistics: readonly ExerciseStatistics[],
): Promise<string> {
  const { course, exercises, rows, maximumPoints, isolation } = gradebook;
  const totals = rows.map(({ points }) => points);
  const sections: Section[] = [];
  if (exercises.length > 1) {
    const shares = totals.map((points) => points / maximumPoints);
    const chart = await drawDistribution(shares, { id: 'points', title: 'Points for everything' });
    sections.push({
      id: 'class',
      title: 'Class',
      content: renderFigure(
        chart,
        html`Points of ${plural(rows.length, 'student')} for everything together.`,
      ),
    });
  }
  sections.push({
    id: 'students',
    title: 'Students',
    note: 'Click a heading to sort, a student for the page with their feedback.',
    content: renderRoster(gradebook),
  });
  for (const [index, { id, title }] of exercises.entries()) {
    const own = statistics.find(({ exercise }) => exercise === id);
    const shares = rows
      .map(({ cells }) => cells[index]!)
      .filter(({ state }) => state !== 'missing')
      .map(({ points }) => points / exercises[index]!.maximumPoints);
    const missing = rows.length - shares.length;
    const chart = await drawDistribution(shares, { id: `points-${id}`, title: `Points for ${title}` });
    const caption = html`Points of ${plural(shares.length, 'submission')}, lateness and decisions
    included${missing > 0 && `; ${missing} handed in nothing`}.`;
    sections.push({
      id: `exercise-${id}`,
      title,
      note: html`${id}, ${exercises[index]!.maximumPoints} points`,
      content: html`${renderFigure(chart, caption)}${
        own === undefined ? html`<p class="note">No submission could be checked.</p>` : renderChecks(own)
      }`,
    });
  }
  const mean = totals.reduce((sum, points) => sum + points, 0) / Math.max(1, totals.length);
  const body = html`<main>
      <header class="opening">
        <p class="overline">Gradebook</p>
        <h1>${course}</h1>
        <dl class="headline">
          ${headline('students', rows.length)} ${headline('points', maximumPoints)}
          ${headline('median', Number((medianOf(totals) ?? 0).toFixed(2)))}
          ${headline('mean', Number(mean.toFixed(2)))}
        </dl>
        ${attention(gradebook)}
      </header>
      <nav aria-label="Sections">
        ${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a> `)}
      </nav>
      ${sections.map(renderSection)}
    </main>
    <footer>
      <p>
        Written by Descent. Submissions ran at isolation level “${isolation}”. The one script of this page
        sorts its tables and does nothing else.
      </p>
    </footer>`;
  return renderDocument({ title: `${course} – gradebook`, body, style: gradingStyle, script: sortScript });
}

function headline(title: string, value: string | number): Html {
  return html`<div>
    <dt>${title}</dt>
    <dd><strong>${value}</strong></dd>
  </div>`;
}

/** What a person should look at. */
function attention(gradebook: Gradebook): Html {
  const cells = gradebook.rows.flatMap(({ student, cells }) => cells.map((cell) => ({ student, cell })));
  const names = (found: typeof cells) =>
    [...new Set(found.map(({ student, cell }) => `${student} (${cell.exercise.slice(0, 2)})`))].join(', ');
  const open = cells.filter(({ cell }) => cell.state === 'needs attention');
  const changed = cells.filter(({ cell }) => cell.override?.hasChanged === true);
  return html`${open.length > 0 && html`<p class="finding bad">Needs attention, a fault of ours or of the machine: ${names(open)}. Grade again, or decide in overrides.yaml.</p>`}
  ${changed.length > 0 && html`<p class="finding caution">Decided by a person, and the automatic points have changed since: ${names(changed)}.</p>`}
  ${findDuplicates(gradebook).map(
    ({ exercise, students, isIdentical }) =>
      html`<p class="finding">
        ${isIdentical ? 'Identical' : 'The same but for white space'} in ${exercise}: ${students.join(', ')}.
      </p>`,
  )}`;
}
