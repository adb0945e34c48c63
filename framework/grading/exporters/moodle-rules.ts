import type { Problem } from '../../document/problem.ts';
import { escapeHtml } from '../../page/html.ts';
import type { GradebookCell, GradebookRow } from '../class/gradebook.ts';
import type { ExportInput } from './exporter.ts';
import { feedbackText } from './in-words.ts';

/** Moodle keeps feedback in a database field; a page of it is more than anybody reads there. */
const LONGEST_FEEDBACK = 8_000;

/** Feedback as Moodle shows it: HTML, in which text keeps its lines. */
export async function moodleFeedback(
  { student }: GradebookRow,
  cell: GradebookCell,
  { resultOf }: ExportInput,
): Promise<string> {
  const text = feedbackText(cell, await resultOf(student, cell));
  const cut = text.length > LONGEST_FEEDBACK ? `${text.slice(0, LONGEST_FEEDBACK)}…` : text;
  return cut === '' ? '' : `<pre>${escapeHtml(cut)}</pre>`;
}

/** More points than the maximum, which only a person can have decided. */
export function tooManyPoints(what: {
  readonly student: string;
  readonly exercise: string;
  readonly points: number;
  readonly maximumPoints: number;
}): Problem {
  return {
    file: 'moodle',
    message: `${what.student} has ${what.points} points for ${what.exercise}: Moodle would refuse the whole import`,
    expected: `at most ${what.maximumPoints} points`,
    fix: 'Change overrides.yaml, or the points of the exercise in course.yaml, and grade again.',
  };
}
