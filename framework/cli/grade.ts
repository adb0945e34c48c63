import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findDuplicates } from '../grading/class/duplicates.ts';
import { gradeOpenClass, openClass, CLASS_FILES } from '../grading/class/open-class.ts';
import { LEVELS, type Level } from '../grading/isolation/level.ts';
import { requireLevel, type WantedLevel } from '../grading/isolation/require-level.ts';
import { ProblemsError } from '../document/problem.ts';
import { didYouMean } from '../document/suggest.ts';
import { EXIT } from './exit.ts';
import { createGradeProgress } from './grade-progress.ts';
import { twoColumns } from './text-columns.ts';

/** What `descent grade` is told. */
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

/** The grading process; the package knows where it was built. */
const WORKER = createRequire(import.meta.url).resolve('#grade-worker');

/**
 * `descent grade SUBMISSIONS`: grades a class, or goes on where it was interrupted.
 * @returns the exit code: 1 when a submission needs attention
 */
export async function grade(
  command: GradeCommand,
  { write }: { write: (text: string) => void },
): Promise<number> {
  const isolation = await requireLevel(wantedLevel(command));
  const names = command.exercises?.split(',').map((name) => name.trim()) ?? [];
  const open = await openClass({
    submissions: command.submissions,
    out: command.out,
    exercises: names,
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
    const gradebook = await gradeOpenClass(open, {
      parallel: Math.max(1, Math.min(command.jobs ?? availableParallelism(), total)),
      isolation,
      workerScript: WORKER,
      onResult: progress.result,
      onMissing: progress.missing,
      signal: interruption.signal,
    });
    progress.end();
    if (gradebook === undefined) {
      write('Interrupted. What is graded is kept; the same command goes on from here.\n');
      return EXIT.interrupted;
    }
    const attention = gradebook.rows.flatMap(({ student, cells }) =>
      cells
        .filter(({ state }) => state === 'needs attention')
        .map(({ exercise }) => `${student} ${exercise}`),
    );
    if (command.json) {
      write(`${JSON.stringify(gradebook, undefined, 2)}\n`);
    } else {
      write(`\n${progress.summary().join('\n')}\n`);
      for (const { exercise, students: same, isIdentical } of findDuplicates(gradebook)) {
        write(
          `  ${isIdentical ? 'identical' : 'the same but for white space'} in ${exercise}: ${same.join(', ')}\n`,
        );
      }
      write(`\nGrades are in ${join(command.out, CLASS_FILES.gradebook)}.\n`);
    }
    return attention.length > 0 ? EXIT.targetsMissed : EXIT.done;
  } finally {
    progress.end();
    process.off('SIGINT', interrupt);
  }
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
