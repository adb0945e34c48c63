import { ProblemsError } from '../../document/problem.ts';
import type { Gradebook, GradebookRow } from '../class/gradebook.ts';
import type { ExportedFile, Exporter, ExportInput } from './exporter.ts';
import { listed } from './listed.ts';
import { writeTable, type TableCell } from './spreadsheet.ts';
import { cellText, fillTemplate, headerOf, type Template } from './template.ts';

const PERSON = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'] as const;
const POINTS_POSSIBLE = 'Points Possible';

/**
 * The csv file that the gradebook of Canvas imports: our own, in which Canvas finds assignments by their titles or offers to make
 * them, or better the instructor's export, filled in. Points have two decimals.
 * @see https://community.canvaslms.com/t5/Instructor-Guide/How-do-I-import-grades-in-the-Gradebook/ta-p/807
 */
export const canvasExporter: Exporter = {
  format: 'canvas',
  summary: 'the gradebook of Canvas; best with --template, the gradebook exported from there',
  // eslint-disable-next-line @typescript-eslint/require-await -- other formats read results
  async *export(input): AsyncGenerator<ExportedFile, void> {
    const { template } = input.options;
    yield { path: 'canvas.csv', content: template === undefined ? ownTable(input) : fill(template, input) };
  },
};

function ownTable({ gradebook, note }: ExportInput): string {
  const { exercises, rows } = gradebook;
  const nobody = rows.filter(
    (row) => loginOf(row) === '' && (row.canvasId ?? '') === '' && (row.idNumber ?? '') === '',
  );
  if (nobody.length > 0) {
    note(
      `Canvas knows people by numbers or logins: ${listed(nobody)} have neither canvasId, idNumber, username nor email in the roster, and Canvas will ask who they are.`,
    );
  }
  return writeTable([
    [...PERSON, ...exercises.map(({ title }) => title)],
    [
      `    ${POINTS_POSSIBLE}`,
      '',
      '',
      '',
      '',
      ...exercises.map(({ maximumPoints }) => decimals(maximumPoints)),
    ],
    ...rows.map((row): TableCell[] => [
      row.name ?? row.student,
      row.canvasId ?? '',
      row.idNumber ?? '',
      loginOf(row),
      row.section ?? '',
      ...row.cells.map(({ points }) => decimals(points)),
    ]),
  ]);
}

function fill(template: Template, { gradebook, note }: ExportInput): string {
  const header = headerOf(template);
  const columns = assignmentColumns(template, gradebook, note);
  const filled = new Map<number, Map<number, TableCell>>();
  const found = new Set<string>();
  for (const [index, { cells }] of template.records.entries()) {
    if (index === 0) continue;
    if (cellText(cells[0]) === POINTS_POSSIBLE) {
      comparePoints(cells, columns, gradebook, note);
      continue;
    }
    const keys = ['ID', 'SIS User ID', 'SIS Login ID'].map((name) => cellText(cells[header.indexOf(name)]));
    const row = gradebook.rows.find((candidate) => isSame(candidate, keys));
    if (row === undefined) continue;
    found.add(row.student);
    filled.set(
      index,
      new Map([...columns].map(([exercise, column]) => [column, decimals(pointsOf(row, exercise))])),
    );
  }
  if (found.size === 0) {
    throw problem(template, {
      message: 'nobody of the class is in this file',
      expected: 'a student with the canvasId, idNumber, username or email of the roster',
      fix: 'Add the column canvasId to the roster: it is the column "ID" of this file.',
    });
  }
  const lacking = gradebook.rows.filter(({ student }) => !found.has(student));
  if (lacking.length > 0) note(`Not in ${template.file}, so without points there: ${listed(lacking)}.`);
  return fillTemplate(template, filled);
}

/** Columns by exercise: those whose title, without the number that Canvas adds, is that of an exercise or its folder's name. */
function assignmentColumns(
  template: Template,
  { exercises }: Gradebook,
  note: ExportInput['note'],
): ReadonlyMap<string, number> {
  const titles = headerOf(template).map((text) => text.replace(/\s*\(\d+\)$/, '').toLowerCase());
  const columns = new Map<string, number>();
  for (const { id, title } of exercises) {
    const column = titles.findIndex((text) => text === title.toLowerCase() || text === id);
    if (column >= 0) columns.set(id, column);
    else note(`${template.file} has no column "${title}" nor "${id}", so that exercise is left out.`);
  }
  if (columns.size === 0) {
    throw problem(template, {
      message: 'no column is that of an exercise',
      expected: `one of ${exercises.map(({ title }) => `"${title} (number)"`).join(', ')}`,
      fix: 'Give the assignments in Canvas the titles of the exercises, and export the gradebook again.',
    });
  }
  return columns;
}

/** Canvas would take other points than possible without a word. */
function comparePoints(
  cells: readonly string[],
  columns: ReadonlyMap<string, number>,
  { exercises }: Gradebook,
  note: ExportInput['note'],
): void {
  for (const { id, maximumPoints } of exercises) {
    const column = columns.get(id);
    const possible = column === undefined ? '' : cellText(cells[column]);
    if (possible === '' || Number(possible) === maximumPoints) continue;
    note(`${id} has ${maximumPoints} points in this course and ${possible} in Canvas.`);
  }
}

function isSame(
  { student, canvasId, idNumber, username, email }: GradebookRow,
  keys: readonly string[],
): boolean {
  const [id = '', sis = '', login = ''] = keys.map((key) => key.toLowerCase());
  const is = (key: string, ...own: readonly (string | undefined)[]) =>
    key !== '' && own.some((one) => one?.toLowerCase() === key);
  // Downloads of Canvas name files by the student and the number: `lovelaceada_12345`.
  return (
    is(id, canvasId, /_(\d+)$/.exec(student)?.[1]) ||
    is(sis, idNumber, student) ||
    is(login, username, email, student)
  );
}

function loginOf({ username, email }: GradebookRow): string {
  return username ?? email ?? '';
}

function pointsOf({ cells }: GradebookRow, exercise: string): number {
  return cells.find((cell) => cell.exercise === exercise)!.points;
}

function decimals(points: number): string {
  return points.toFixed(2);
}

function problem(
  { file }: Template,
  more: { message: string; expected: string; fix: string },
): ProblemsError {
  return new ProblemsError([{ file, ...more }]);
}
