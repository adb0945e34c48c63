import { ProblemsError, type Problem } from '../../document/problem.ts';
import { placeAt, type SourceText } from '../../document/source-text.ts';
import { formatNumber } from '../expect/format-value.ts';
import type { DeclaredCheck, Visibility } from '../grade/list-checks.ts';
import type { ExerciseManifest } from '../kit/exercise-file.ts';

const BEGIN = '<!-- tasks -->';
const END = '<!-- /tasks -->';
const HEADINGS = ['task', 'points', 'visible checks (points)', 'hidden checks (points)'];

/** The tasks with their checks and points as a Markdown table, laid out as prettier does. */
export function taskTable({ tasks }: ExerciseManifest, checks: readonly DeclaredCheck[]): string {
  const cell = (task: number, visibility: Visibility) =>
    checks
      .filter((check) => check.options.task === task && check.visibility === visibility)
      .map(inWords)
      .join(', ');
  const rows = tasks.map(({ title, points }, index) => [
    `${index + 1}. ${title}`,
    formatNumber(points),
    cell(index + 1, 'visible'),
    cell(index + 1, 'hidden'),
  ]);
  const table = [HEADINGS, ...rows].map((row) => row.map((text) => text.replaceAll('|', '\\|')));
  const widths = HEADINGS.map((_, column) => Math.max(3, ...table.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = table;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(head!), rule, ...body.map(line)].join('\n');
}

/** `the loss falls (3, or fewer for coming near)` */
function inWords({ title, options: { points, partial } }: DeclaredCheck): string {
  return `${title} (${formatNumber(points)}${partial === undefined ? '' : ', or fewer for coming near'})`;
}

/**
 * Finds where the table belongs: between `<!-- tasks -->` and `<!-- /tasks -->`.
 * @returns offsets of what is between the markers
 * @throws ProblemsError where they are missing, or in the wrong order
 */
export function findTable(lesson: SourceText): { readonly start: number; readonly end: number } {
  const { file, text } = lesson;
  const begin = text.indexOf(BEGIN);
  if (begin < 0) {
    throw new ProblemsError([
      {
        file,
        message: 'there is no place for the table of tasks',
        fix: `Write ${BEGIN} and below it ${END} on lines of their own, then: npx descent docs`,
      },
    ]);
  }
  const end = text.indexOf(END, begin);
  if (end < 0) {
    const problem: Problem = {
      file,
      place: placeAt(lesson, begin, begin + BEGIN.length),
      message: `${BEGIN} has no ${END}`,
      fix: 'Write it on a line of its own where the table ends.',
    };
    throw new ProblemsError([problem]);
  }
  return { start: begin + BEGIN.length, end };
}

/** The lesson with the table between its markers. @throws ProblemsError where they are missing */
export function insertTable(lesson: SourceText, table: string): string {
  const { start, end } = findTable(lesson);
  return `${lesson.text.slice(0, start)}\n\n${table}\n\n${lesson.text.slice(end)}`;
}
