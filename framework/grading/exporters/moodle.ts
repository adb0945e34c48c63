import { ProblemsError, type Problem } from '../../document/problem.ts';
import type { GradebookRow } from '../class/gradebook.ts';
import type { ExportedFile, Exporter, ExportInput } from './exporter.ts';
import { moodleFeedback, tooManyPoints } from './moodle-rules.ts';
import { fillWorksheet } from './moodle-worksheet.ts';
import { writeTable, type TableCell } from './spreadsheet.ts';

/**
 * Moodle: a file for "Grades › Import › CSV", or, with a template, the offline grading worksheet of one assignment. Moodle refuses the
 * whole import for one unknown user or one value above its maximum, so both are looked for here.
 * @see https://docs.moodle.org/en/Grade_import
 */
export const moodleExporter: Exporter = {
  format: 'moodle',
  summary: 'grades and feedback for Moodle; with --template the offline grading worksheet, filled in',
  async *export(input): AsyncGenerator<ExportedFile, void> {
    const { template } = input.options;
    if (template !== undefined) {
      yield { path: 'moodle-worksheet.csv', content: await fillWorksheet(template, input) };
      return;
    }
    const rows = knownRows(input);
    refuseTooMany(rows, input);
    yield { path: 'moodle.csv', content: await gradeTable(rows, input) };
  },
};

async function gradeTable(rows: readonly GradebookRow[], input: ExportInput): Promise<string> {
  const { exercises } = input.gradebook;
  const table: TableCell[][] = [
    [
      'username',
      'ID number',
      'Email address',
      ...exercises.flatMap(({ title }) => [title, `Feedback: ${title}`]),
    ],
  ];
  for (const row of rows) {
    const { username = '', idNumber = '', email = '' } = row;
    const cells: TableCell[] = [];
    for (const cell of row.cells) cells.push(cell.points, await moodleFeedback(row, cell, input));
    table.push([username, idNumber, email, ...cells]);
  }
  return writeTable(table);
}

/** Those whom Moodle can know: in the roster, where there is one, with at least one of the names that it looks for. */
function knownRows({ gradebook, options, note }: ExportInput): readonly GradebookRow[] {
  const unknown = new Map<GradebookRow, string>();
  for (const row of gradebook.rows) {
    if (options.roster?.has(row.student) === false) unknown.set(row, 'is not in the roster');
    else if ([row.username, row.idNumber, row.email].every((key) => key === undefined)) {
      unknown.set(row, 'has neither username, idNumber nor email in the roster');
    }
  }
  if (unknown.size === 0) return gradebook.rows;
  if (options.skipUnknown === true) {
    note(
      `Left out, as Moodle would not know them: ${[...unknown.keys()].map(({ student }) => student).join(', ')}.`,
    );
    return gradebook.rows.filter((row) => !unknown.has(row));
  }
  throw new ProblemsError(
    [...unknown].map(([{ student }, why]): Problem => ({
      file: 'moodle',
      message: `${student} ${why}: Moodle would refuse the whole import`,
      fix: 'Complete the roster, or leave such students out with --skip-unknown.',
    })),
  );
}

function refuseTooMany(rows: readonly GradebookRow[], { gradebook }: ExportInput): void {
  const problems = rows.flatMap(({ student, cells }) =>
    cells.flatMap(({ exercise, points }, index): Problem[] => {
      const { maximumPoints } = gradebook.exercises[index]!;
      return points <= maximumPoints ? [] : [tooManyPoints({ student, exercise, points, maximumPoints })];
    }),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
}
