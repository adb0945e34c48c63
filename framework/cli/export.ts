import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readGradebook } from '../grading/class/gradebook-file.ts';
import type { Gradebook } from '../grading/class/gradebook.ts';
import { openCourse } from '../grading/course/open-course.ts';
import type { Classroom, ExportOptions, HandedIn } from '../grading/exporters/exporter.ts';
import { exporterFor } from '../grading/exporters/exporters.ts';
import { readTemplate } from '../grading/exporters/template.ts';
import { writeExport } from '../grading/exporters/write-export.ts';
import { findSubmissions } from '../grading/intake/submissions.ts';
import { chooseExercises, findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { openResultStore } from '../grading/store/result-store.ts';
import { EXIT } from './exit.ts';
import { exerciseNames } from './grade-run.ts';

/** What `descent export` is told. */
export interface ExportCommand {
  readonly format: string;
  /** By default a folder named as the format, in that of the grades. */
  readonly out?: string;
  /** The folder of grades. */
  readonly grades: string;
  readonly exercises?: string;
  readonly template?: string;
  readonly course?: string;
  readonly skipUnknown: boolean;
  readonly classroom?: string;
  readonly submissions?: string;
  readonly from?: string;
}

/**
 * `descent export FORMAT`: writes grades in the form of another system.
 * @returns the exit code
 * @throws ProblemsError for an unknown format, or when the other system would refuse the files
 */
export async function exportGrades(
  command: ExportCommand,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const exporter = exporterFor(command.format);
  const whole = await readGradebook(command.grades);
  const kit = await findKit();
  const all = (await openExercises(kit)).filter(({ manifest }) => hasExercise(whole, manifest.id));
  const names = exerciseNames(command.exercises);
  const exercises = names.length === 0 ? all : chooseExercises(all, names);
  const store = await openResultStore(command.grades);
  const out = command.out ?? join(command.grades, 'exports', exporter.format);
  const count = await writeExport(
    exporter,
    {
      gradebook: names.length === 0 ? whole : onlyExercises(whole, exercises),
      resultOf: async (student, { exercise, key }) =>
        key === undefined ? undefined : store.get({ student, exercise, key }),
      options: await exportOptions(command, kit.ids, exercises),
      note: (text) => {
        write(`  ${text}\n`);
      },
    },
    out,
  );
  write(`${count} ${count === 1 ? 'file' : 'files'} in ${out}\n`);
  return EXIT.done;
}

async function exportOptions(
  { template, course, skipUnknown, classroom, submissions, from }: ExportCommand,
  known: readonly string[],
  exercises: readonly Exercise[],
): Promise<ExportOptions> {
  const file = course ?? (existsSync('course.yaml') ? 'course.yaml' : undefined);
  const opened = file === undefined ? undefined : await openCourse(file, known);
  const room = classroom ?? process.env.CLASSROOM;
  const handedIn: HandedIn | undefined =
    submissions === undefined
      ? undefined
      : { submissions: (await findSubmissions(submissions, from)).submissions, exercises };
  return {
    skipUnknown,
    ...(template === undefined ? {} : { template: await readTemplate(template) }),
    ...(opened?.course.roster === undefined
      ? {}
      : { roster: new Set(opened.roster.map(({ student }) => student)) }),
    ...(room === undefined ? {} : { classroom: classroomOf(room) }),
    ...(handedIn === undefined ? {} : { handedIn }),
  };
}

/** Inside a workflow the runner of Classroom 50 says what was pushed. */
function classroomOf(name: string): Classroom {
  const { SUBMISSION_TAG, COMMIT_URL, RELEASE_URL, REVIEW_URL } = process.env;
  return {
    name,
    ...(SUBMISSION_TAG === undefined ? {} : { submission: SUBMISSION_TAG }),
    ...(COMMIT_URL === undefined ? {} : { commit: COMMIT_URL }),
    ...(RELEASE_URL === undefined ? {} : { release: RELEASE_URL }),
    ...(REVIEW_URL === undefined ? {} : { review: REVIEW_URL }),
  };
}

function hasExercise({ exercises }: Gradebook, name: string): boolean {
  return exercises.some(({ id }) => id === name);
}

/** A gradebook of some exercises, with the sums over these. */
function onlyExercises(gradebook: Gradebook, chosen: readonly Exercise[]): Gradebook {
  const ids = chosen.map(({ manifest }) => manifest.id);
  const exercises = gradebook.exercises.filter(({ id }) => ids.includes(id));
  const hundredths = (points: readonly number[]) =>
    Math.round(100 * points.reduce((sum, one) => sum + one, 0)) / 100;
  return {
    ...gradebook,
    exercises,
    maximumPoints: hundredths(exercises.map(({ maximumPoints }) => maximumPoints)),
    rows: gradebook.rows.map((row) => {
      const cells = row.cells.filter(({ exercise }) => ids.includes(exercise));
      return { ...row, cells, points: hundredths(cells.map(({ points }) => points)) };
    }),
  };
}
