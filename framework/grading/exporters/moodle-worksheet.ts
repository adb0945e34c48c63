import { ProblemsError, type Problem } from '../../document/problem.ts';
import type { GradebookRow } from '../class/gradebook.ts';
import type { ExportInput } from './exporter.ts';
import { listed } from './listed.ts';
import { moodleFeedback, tooManyPoints } from './moodle-rules.ts';
import type { TableCell } from './spreadsheet.ts';
import { cellText, fillTemplate, headerOf, type Template } from './template.ts';

/**
 * Fills the offline grading worksheet of a Moodle assignment ("Download grading worksheet"). It is for one exercise. The column "Last
 * modified (grade)" stays as it is: by it Moodle notices grades that somebody changed meanwhile.
 * @throws ProblemsError when it is no worksheet, several exercises are meant, or Moodle would refuse a grade
 */
export async function fillWorksheet(template: Template, input: ExportInput): Promise<string> {
  const { exercises, rows } = input.gradebook;
  const header = headerOf(template);
  const missing = ['Identifier', 'Grade'].filter((name) => !header.includes(name));
  if (missing.length > 0) {
    throw refuse(template, {
      message: `there is no column "${missing.join('", "')}"`,
      expected: 'the grading worksheet of an assignment of Moodle, in English',
      received: `columns ${header.join(', ')}`,
    });
  }
  if (exercises.length !== 1) {
    throw refuse(template, {
      message: `a worksheet is for one exercise, and there are ${exercises.length}`,
      fix: `Name one, as --exercises ${exercises[0]!.id}.`,
    });
  }
  const column = (name: string) => header.indexOf(name);
  const filled = new Map<number, Map<number, TableCell>>();
  const found = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, { cells }] of template.records.entries()) {
    const text = (name: string) => (column(name) < 0 ? '' : cellText(cells[column(name)]));
    const row = index === 0 ? undefined : rows.find((candidate) => isSame(candidate, text));
    if (row === undefined) continue;
    found.add(row.student);
    const cell = row.cells[0]!;
    const maximum = text('Maximum Grade');
    const maximumPoints = maximum === '' ? exercises[0]!.maximumPoints : Number(maximum.replace(',', '.'));
    if (cell.points > maximumPoints) {
      problems.push(tooManyPoints({ ...cell, student: row.student, maximumPoints }));
    }
    const grade = cell.points.toFixed(2);
    const own = new Map<number, TableCell>([
      // Where the site writes numbers with a comma, it reads them so.
      [column('Grade'), maximum.includes(',') ? grade.replace('.', ',') : grade],
    ]);
    if (column('Feedback comments') >= 0) {
      own.set(column('Feedback comments'), await moodleFeedback(row, cell, input));
    }
    filled.set(index, own);
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  const lacking = rows.filter(({ student }) => !found.has(student));
  if (lacking.length > 0) input.note(`Not in ${template.file}, so without points there: ${listed(lacking)}.`);
  return fillTemplate(template, filled);
}

/** `Participant 101` is who downloads of Moodle call `Ada Lovelace_101`; else the number at the school or the address tell. */
function isSame({ student, idNumber, email }: GradebookRow, text: (column: string) => string): boolean {
  const participant = /(\d+)$/.exec(text('Identifier'))?.[1];
  if (participant !== undefined && student.endsWith(`_${participant}`)) return true;
  const is = (key: string, own: string | undefined) => key !== '' && own?.toLowerCase() === key.toLowerCase();
  return is(text('ID number'), idNumber ?? student) || is(text('Email address'), email);
}

function refuse(
  { file }: Template,
  more: { message: string; expected?: string; received?: string; fix?: string },
): ProblemsError {
  return new ProblemsError([{ file, ...more }]);
}
