import { readGradebook } from '../grading/class/gradebook-file.ts';
import {
  collectStatistics,
  type CheckStatistics,
  type ExerciseStatistics,
} from '../grading/class/statistics.ts';
import { openResultStore } from '../grading/store/result-store.ts';
import { alignColumns } from './align-columns.ts';
import { EXIT } from './exit.ts';

/** What `descent grade stats` is told. */
export interface GradeStatsCommand {
  /** The folder of grades. */
  readonly grades: string;
  readonly json: boolean;
}

const LONGEST_ANSWER = 90;

/**
 * `descent grade stats`: per check who passed, how long it took, what came most often instead, and how often seeds disagreed.
 * @returns the exit code
 */
export async function gradeStats(
  { grades, json }: GradeStatsCommand,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const gradebook = await readGradebook(grades);
  const store = await openResultStore(grades);
  const statistics = collectStatistics();
  for (const { student, cells } of gradebook.rows) {
    for (const { exercise, key } of cells) {
      const result = key === undefined ? undefined : await store.get({ student, exercise, key });
      if (result !== undefined) statistics.add(result);
    }
  }
  const found = statistics.finish();
  write(json ? `${JSON.stringify(found.map(asPlain), undefined, 2)}\n` : found.map(exerciseText).join('\n'));
  return EXIT.done;
}

function exerciseText({ exercise, title, count, unloaded, checks }: ExerciseStatistics): string {
  const header = ['task', 'check', 'passed', 'skipped', 'median', 'seeds disagree'];
  const rows = checks.map((check) => [
    String(check.task),
    check.title + (check.visibility === 'hidden' ? ' (hidden)' : ''),
    `${check.passed} of ${check.count}`,
    String(check.otherStates.get('skipped') ?? 0),
    `${check.medianMilliseconds.toFixed(1)} ms`,
    check.disagreeing === 0 ? '' : String(check.disagreeing),
  ]);
  const answers = checks
    .filter(({ wrongAnswers }) => wrongAnswers.length > 0)
    .flatMap(({ title: check, wrongAnswers }) => [
      `  ${check}`,
      ...wrongAnswers.map(({ message, count: times }) => `  ${`${times}×`.padStart(6)} ${shorten(message)}`),
    ]);
  return [
    `${exercise}  ${title}: ${count} checked${unloaded > 0 ? `, ${unloaded} of them could not be loaded` : ''}`,
    '',
    ...alignColumns(header, rows, ['right', 'left', 'right', 'right', 'right', 'right']).map(
      (line) => `  ${line}`,
    ),
    '',
    'Most frequent wrong answers, the same but for numbers:',
    ...answers,
    '',
  ].join('\n');
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST_ANSWER ? line : `${line.slice(0, LONGEST_ANSWER - 1)}…`;
}

/** Maps are no JSON. */
function asPlain({ checks, ...rest }: ExerciseStatistics) {
  return {
    ...rest,
    checks: checks.map(({ otherStates, ...check }: CheckStatistics) => ({
      ...check,
      otherStates: Object.fromEntries(otherStates),
    })),
  };
}
