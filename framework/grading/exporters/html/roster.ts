import { html, type Html } from '../../../page/html.ts';
import type { Gradebook, GradebookCell, GradebookRow } from '../../class/gradebook.ts';

/** The table of students; each row leads to the feedback page. */
export function renderRoster({ exercises, rows, maximumPoints }: Gradebook): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Students and their points">
    <table class="roster sortable">
      <thead>
        <tr>
          <th scope="col">student</th>
          ${exercises.map(({ id, title }) => html`<th scope="col" class="number" title="${title}">${id.slice(0, 2)}</th>`)}
          <th scope="col" class="number">of ${maximumPoints}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(renderRow)}
      </tbody>
    </table>
  </div>`;
}

function renderRow({ student, name, cells, points }: GradebookRow): Html {
  return html`<tr>
    <th scope="row" data-value="${name ?? student}">
      <a href="${feedbackPath(student)}">${name ?? student}</a
      >${name !== undefined && html`<small>${student}</small>`}
    </th>
    ${cells.map((cell) => html`<td class="number" data-value="${cell.points}">${renderCell(cell)}</td>`)}
    <td class="number" data-value="${points}"><b>${points}</b></td>
  </tr>`;
}

function renderCell(cell: GradebookCell): Html {
  const { state, points, lateDays, override } = cell;
  return html`${state === 'missing' ? '–' : points}${state !== 'graded' && tag(state, state === 'needs attention' ? 'bad' : '')}${lateDays > 0 && tag(`${lateDays} d late`, 'caution')}${override !== undefined && tag(override.hasChanged ? 'decided, changed' : 'decided', 'caution')}`;
}

function tag(text: string, kind: string): Html {
  return html`<span class="tag ${kind}">${text}</span>`;
}

/** The feedback page of a student, from the gradebook page. */
export function feedbackPath(student: string): string {
  return `feedback/${encodeURIComponent(student)}.html`;
}
