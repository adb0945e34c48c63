import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { openClass, type GradingRun, type OpenClass } from '../grading/class/open-class.ts';
import type { Gradebook } from '../grading/class/gradebook.ts';
import { LEVELS, type Level } from '../grading/isolation/level.ts';
import { requireLevel, type WantedLevel } from '../grading/isolation/require-level.ts';
import { ProblemsError } from '../document/problem.ts';
import { didYouMean } from '../document/suggest.ts';
import { createGradeProgress } from './grade-progress.ts';
import { twoColumns } from './text-columns.ts';

/** What `descent grade` and `descent regrade` are told. */
export interface GradeCommand {
  /** The folder of submissions. */
  readonly submissions: string;
  /** Names of exercises, separated by commas. */
  readonly exercises?: string;
  readonly jobs?: number;
  readonly out: string;
  readonly level?: string;
  readonly allowLevel?: string;
  readonly from?: string;
  readonly course?: string;
  readonly json: boolean;
}

/** What came of grading a class. */
export interface GradedClass {
  readonly gradebook: Gradebook;
  readonly open: OpenClass;
  /** Counts and problems, in lines. */
  readonly summary: readonly string[];
}

/** The grading process; the package knows where it was built. */
const WORKER = createRequire(import.meta.url).resolve('#grade-worker');

/**
 * Grades a class, telling what it does and how far it is.
 * @param grade what is done with the class once it is open
 * @returns undefined when Ctrl-C ended it
 */
export async function runGrading(
  command: GradeCommand,
  { write }: { readonly write: (text: string) => void },
  grade: (open: OpenClass, run: GradingRun) => Promise<Gradebook | undefined>,
): Promise<GradedClass | undefined> {
  const isolation = await requireLevel(wantedLevel(command));
  const open = await openClass({
    submissions: command.submissions,
    out: command.out,
    exercises: exerciseNames(command.exercises),
    ...(command.from === undefined ? {} : { form: command.from }),
    ...(command.course === undefined ? {} : { course: command.course }),
  });
  const students = open.found.submissions.length;
  const total = students * open.exercises.length;
  if (!command.json) {
    const data =
      open.course === undefined
        ? 'the same for everybody, as there is no course.yaml with a secret'
        : 'drawn from the secret of the course';
    write(
      `${twoColumns([
        ['submissions', `${students} (${open.found.form})`],
        ['exercises', open.exercises.map(({ manifest }) => manifest.id).join(', ')],
        ['isolation', isolation.label],
        ['hidden data', data],
      ]).join('\n')}\n`,
    );
  }
  const interruption = new AbortController();
  const interrupt = () => {
    interruption.abort();
  };
  process.once('SIGINT', interrupt);
  const progress = createGradeProgress({ stream: process.stderr, total, isSilent: command.json });
  try {
    const gradebook = await grade(open, {
      parallel: Math.max(1, Math.min(command.jobs ?? availableParallelism(), total)),
      isolation,
      workerScript: WORKER,
      onResult: progress.result,
      onMissing: progress.missing,
      signal: interruption.signal,
    });
    progress.end();
    if (gradebook !== undefined) return { gradebook, open, summary: progress.summary() };
    write('Interrupted. What is graded is kept; the same command goes on from here.\n');
    return undefined;
  } finally {
    progress.end();
    process.off('SIGINT', interrupt);
  }
}

/** Names of exercises as the command line has them: `02,04`. */
export function exerciseNames(text: string | undefined): readonly string[] {
  return text?.split(',').map((name) => name.trim()) ?? [];
}

function wantedLevel({ level, allowLevel }: GradeCommand): WantedLevel {
  if (level !== undefined) return { exactly: knownLevel('--level', level) };
  return { atLeast: allowLevel === undefined ? 'bwrap' : knownLevel('--allow-level', allowLevel) };
}

function knownLevel(option: string, name: string): Level {
  const level = LEVELS.find((one) => one === name);
  if (level !== undefined) return level;
  const fix = didYouMean(name, LEVELS) ?? `The levels are ${LEVELS.join(', ')}.`;
  throw new ProblemsError([{ file: 'command line', message: `${option}: there is no level "${name}"`, fix }]);
}
