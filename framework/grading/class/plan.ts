import { version } from '../../package.json';
import { fingerprint } from '../course/secret-seeds.ts';
import { findExercise } from '../intake/find-exercise.ts';
import { madeWithOther } from '../intake/made-with.ts';
import { openTree } from '../intake/submissions.ts';
import type { Submission } from '../intake/submission.ts';
import type { Exercise } from '../kit/kit.ts';
import { hashChecks } from '../kit/grade-work.ts';
import { hashFiles } from '../result/hash-files.ts';
import type { ResultIdentity, ResultStore } from '../store/result-store.ts';
import type { GradeJob } from './job.ts';

/** A submission of an exercise, and the result that it leads to. */
export interface PlannedJob {
  readonly job: GradeJob;
  readonly identity: ResultIdentity;
  /** The other version of the exercise that it was made with, in words; see `madeWithOther`. */
  readonly madeWith?: string;
}

/** What is known before anything is graded. */
export interface PlanOptions {
  readonly submissions: readonly Submission[];
  readonly exercises: readonly Exercise[];
  readonly store: ResultStore;
  readonly secret?: string;
  /** When something was handed in, where the course says so. */
  timeOf(student: string, exercise: string): string | undefined;
  /** Told where a submission has nothing for an exercise. */
  readonly onMissing?: () => void;
}

/**
 * Goes through what was handed in, student by student, reading the files of one at a time.
 * The time of a submission is the course's, else the export's, else that of its files; once it is in a result for the same files, it
 * stays.
 */
export async function* planJobs(options: PlanOptions): AsyncGenerator<PlannedJob, void> {
  const { exercises, secret } = options;
  const seeds = secret === undefined ? 'visible' : `secret ${fingerprint(secret)}`;
  const benches = await Promise.all(
    exercises.map(async (exercise) => ({
      exercise,
      checks: await hashChecks(exercise),
      times: await knownTimes(options.store, exercise.manifest.id),
    })),
  );
  for (const submission of options.submissions) {
    const { student } = submission;
    const { tree, refusal } = await openTree(submission);
    for (const { exercise, checks, times } of benches) {
      const { id, files: names, version: exerciseVersion } = exercise.manifest;
      const found =
        refusal === undefined
          ? await findExercise(tree, { id, files: names }, exercises.length === 1)
          : ({ state: 'refused', reason: refusal } as const);
      if (found.state === 'missing') {
        options.onMissing?.();
        continue;
      }
      const files = found.state === 'found' ? found.files : {};
      const hash = hashFiles(files);
      const modified = found.state === 'found' ? found.modified : undefined;
      const madeWith =
        found.state === 'found'
          ? await madeWithOther(tree, found.folder, { id, version: exerciseVersion, checks })
          : undefined;
      const time =
        options.timeOf(student, id) ??
        times.get(`${student}/${hash}`) ??
        (submission.time ?? modified)?.toISOString();
      yield {
        job: {
          student,
          exercise: id,
          files,
          ...(time === undefined ? {} : { time }),
          ...(found.state === 'refused' ? { ungraded: { state: 'refused', reason: found.reason } } : {}),
        },
        identity: { student, exercise: id, exerciseVersion, files: hash, checks, descent: version, seeds },
        ...(madeWith === undefined ? {} : { madeWith }),
      };
    }
  }
}

/** The times in earlier results, by student and files. */
async function knownTimes(store: ResultStore, exercise: string): Promise<ReadonlyMap<string, string>> {
  const times = new Map<string, string>();
  for await (const { result } of store.list(exercise)) {
    const { id, files, time } = result.submission;
    if (time !== undefined) times.set(`${id}/${files}`, time);
  }
  return times;
}
