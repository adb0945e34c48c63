import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../../document/read-text.ts';
import { openCourse, type OpenCourse } from '../course/open-course.ts';
import { parseOverridesFile, type Override } from '../course/overrides-file.ts';
import { listChecks } from '../grade/list-checks.ts';
import { findSubmissions, type FoundSubmissions } from '../intake/submissions.ts';
import type { Isolation } from '../isolation/require-level.ts';
import { chooseExercises, findKit, openExercises, type Exercise, type Kit } from '../kit/kit.ts';
import { loadChecks } from '../kit/load-checks.ts';
import type { ExerciseResult } from '../result/result.ts';
import { openResultStore, resultKey, type ResultStore } from '../store/result-store.ts';
import { gradeClass } from './grade-class.ts';
import { GRADEBOOK_FILE, writeGradebook } from './gradebook-file.ts';
import { makeGradebook, type Gradebook, type ResultSummary } from './gradebook.ts';
import { planJobs, type PlannedJob } from './plan.ts';

/** The files in the folder of a class's grades. */
export const CLASS_FILES = {
  /** Written anew after each grading. */
  gradebook: GRADEBOOK_FILE,
  /** Written by people; see `overrides-file.ts`. */
  overrides: 'overrides.yaml',
} as const;

/** What is to be graded. */
export interface ClassChoice {
  /** The folder of submissions. */
  readonly submissions: string;
  /** The folder of grades. */
  readonly out: string;
  /** The form of the submissions; by default recognised. */
  readonly form?: string;
  /** Names of exercises; by default those of the course, without a course all that there are. */
  readonly exercises: readonly string[];
  /** `course.yaml`; by default the one in the present folder, if there is one. */
  readonly course?: string;
}

/** A class, ready to be graded. */
export interface OpenClass {
  readonly kit: Kit;
  readonly exercises: readonly Exercise[];
  readonly course: OpenCourse | undefined;
  readonly found: FoundSubmissions;
  readonly store: ResultStore;
  readonly overrides: readonly Override[];
  readonly out: string;
}

/** Opens all that grading a class needs. @throws ProblemsError for whatever of it is missing or wrong */
export async function openClass(choice: ClassChoice): Promise<OpenClass> {
  const kit = await findKit();
  const all = await openExercises(kit);
  const file = choice.course ?? (existsSync('course.yaml') ? 'course.yaml' : undefined);
  const course = file === undefined ? undefined : await openCourse(file, kit.ids);
  const names = choice.exercises.length > 0 ? choice.exercises : course?.course.exercises.map(({ id }) => id);
  const exercises = names === undefined ? all : chooseExercises(all, names);
  const found = await findSubmissions(choice.submissions, choice.form);
  await mkdir(choice.out, { recursive: true });
  const overrides = join(choice.out, CLASS_FILES.overrides);
  return {
    kit,
    exercises,
    course,
    found,
    store: await openResultStore(choice.out),
    overrides: existsSync(overrides)
      ? parseOverridesFile(await readText(overrides), {
          students: [...found.submissions, ...(course?.roster ?? [])].map(({ student }) => student),
          exercises: kit.ids,
        })
      : [],
    out: choice.out,
  };
}

/** How a class is graded. */
export interface GradingRun {
  readonly parallel: number;
  readonly isolation: Isolation;
  /** The file of the grading process. */
  readonly workerScript: string;
  readonly onResult: (result: ExerciseResult, wasThere: boolean) => void;
  /** Told where somebody handed in nothing for an exercise. */
  readonly onMissing: () => void;
  readonly signal?: AbortSignal;
}

/**
 * Grades what is not graded yet and writes the gradebook.
 * @returns the gradebook; undefined when grading was ended before it was complete
 */
export async function gradeOpenClass(open: OpenClass, run: GradingRun): Promise<Gradebook | undefined> {
  const gradebook = await gradeWithoutWriting(open, run);
  if (gradebook !== undefined) await writeGradebook(open.out, gradebook);
  return gradebook;
}

/** The same, leaving the gradebook that is there: results are new files, which harm nobody. */
export async function gradeWithoutWriting(open: OpenClass, run: GradingRun): Promise<Gradebook | undefined> {
  const { course, exercises, found, store } = open;
  const secret = course?.course.secret;
  const timeOf = course?.timeOf ?? (() => undefined);
  // Before anything is graded, as a mistake in the checks should not come out after hours; one by one, as loading two at once
  // would mix up their checks.
  const withPoints: Awaited<ReturnType<typeof pointsOf>>[] = [];
  for (const exercise of exercises) withPoints.push(await pointsOf(exercise));
  const summaries: ResultSummary[] = [];
  const planned = new Map<string, PlannedJob>();
  const jobs = planJobs({
    submissions: found.submissions,
    exercises,
    store,
    timeOf,
    onMissing: run.onMissing,
    ...(secret === undefined ? {} : { secret }),
  });
  await gradeClass({
    jobs: notePlans(jobs, planned),
    parallel: run.parallel,
    setup: {
      root: open.kit.root,
      level: run.isolation.level,
      ...(secret === undefined ? {} : { secret }),
    },
    workerScript: run.workerScript,
    store,
    onResult(result, wasThere) {
      const slot = `${result.submission.id}/${result.exercise.id}`;
      summaries.push(summarize(result, planned.get(slot)!));
      planned.delete(slot);
      run.onResult(result, wasThere);
    },
    ...(run.signal === undefined ? {} : { signal: run.signal }),
  });
  if (run.signal?.aborted === true) return undefined;
  return makeGradebook({
    course: course?.course ?? plainCourse(exercises),
    isolation: run.isolation.label,
    exercises: withPoints,
    roster: course?.roster ?? [],
    submitters: found.submissions.map(({ student, name, email }) => ({
      student,
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
    })),
    results: summaries,
    overrides: open.overrides,
    timeOf,
  });
}

/** Remembers what each result comes from while it is under way. */
async function* notePlans(
  jobs: AsyncIterable<PlannedJob>,
  planned: Map<string, PlannedJob>,
): AsyncGenerator<PlannedJob, void> {
  for await (const one of jobs) {
    planned.set(`${one.identity.student}/${one.identity.exercise}`, one);
    yield one;
  }
}

function summarize(
  { exercise, submission, state, points, maximumPoints }: ExerciseResult,
  { identity, madeWith }: PlannedJob,
): ResultSummary {
  return {
    student: submission.id,
    exercise: exercise.id,
    key: resultKey(identity),
    state,
    files: submission.files,
    words: submission.words,
    ...(submission.time === undefined ? {} : { time: submission.time }),
    ...(madeWith === undefined ? {} : { madeWith }),
    points,
    maximumPoints,
  };
}

async function pointsOf(exercise: Exercise) {
  const checks = listChecks(await loadChecks(exercise));
  const maximumPoints = checks.reduce((sum, { options }) => sum + options.points, 0);
  return { id: exercise.manifest.id, title: exercise.manifest.title, maximumPoints };
}

/** Without a course nothing is due, and points count as they are. */
function plainCourse(exercises: readonly Exercise[]): OpenCourse['course'] {
  return {
    schema: 1,
    title: 'Exercises',
    secret: '',
    exercises: exercises.map(({ manifest }) => ({ id: manifest.id })),
    late: { graceMinutes: 0, perDay: 0, most: 0 },
    extensions: [],
  };
}
