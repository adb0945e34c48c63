import process from 'node:process';
import { secretSeeds } from '../course/secret-seeds.ts';
import { gradeExercise, ungradedResult, visibleSeeds } from '../grade/grade-exercise.ts';
import { listChecks, type SightedCheckFile } from '../grade/list-checks.ts';
import type { Isolation } from '../isolation/require-level.ts';
import { requireLevel } from '../isolation/require-level.ts';
import type { ExerciseManifest } from '../kit/exercise-file.ts';
import { hashChecks } from '../kit/grade-work.ts';
import { findKit, openExercise } from '../kit/kit.ts';
import { loadChecks } from '../kit/load-checks.ts';
import { areSameFiles, readFilesIfThere, type TextFiles } from '../kit/read-files.ts';
import { hashFiles } from '../result/hash-files.ts';
import { createProcessPool, type ProcessPool } from '../submission/process-pool.ts';
import type { FromWorker, GradeJob, ToWorker, WorkerSetup } from './job.ts';

/*
 * A grading process: trusted code that runs the checks of one submission after the other. It is a process of its own so
 * that checks of several submissions run at once, and that one that fails in an unforeseen way ends nothing else.
 */

/** An exercise made ready once, for all its submissions. */
interface Bench {
  readonly manifest: ExerciseManifest;
  readonly checks: readonly SightedCheckFile[];
  readonly checksHash: string;
  readonly pool: ProcessPool;
  /** The files as they were in the beginning, where the kit has them. */
  readonly starter: TextFiles | undefined;
  /** Longest honest time of one submission. */
  readonly milliseconds: number;
}

/** For loading the files and starting processes. */
const ALLOWANCE_MILLISECONDS = 60_000;

const send = (message: FromWorker): void => {
  process.send?.(message);
};

const benches = new Map<string, Promise<Bench>>();
let setup: WorkerSetup | undefined;
let isolation: Isolation | undefined;

async function openBench(id: string): Promise<Bench> {
  const exercise = await openExercise(await findKit(setup!.root), id);
  const { manifest } = exercise;
  const checks = await loadChecks(exercise);
  const seconds = listChecks(checks).map(
    ({ options }) =>
      (options.timeout ?? manifest.limits.seconds) * (options.seeds?.count ?? manifest.trials.count),
  );
  return {
    manifest,
    checks,
    checksHash: await hashChecks(exercise),
    starter: await readFilesIfThere(exercise.starters, manifest.files, `starters/${id}`),
    pool: createProcessPool({
      launch: isolation!.launch,
      backend: manifest.backend,
      limits: { memoryMegabytes: manifest.limits.megabytes },
      ahead: 1,
    }),
    milliseconds: 1000 * seconds.reduce((sum, one) => sum + one, 0) + ALLOWANCE_MILLISECONDS,
  };
}

async function grade(job: GradeJob): Promise<void> {
  const known = benches.get(job.exercise) ?? openBench(job.exercise);
  benches.set(job.exercise, known);
  const { manifest, checks, checksHash, pool, starter, milliseconds } = await known;
  const isUntouched = starter !== undefined && areSameFiles(job.files, starter);
  const options = {
    manifest,
    checks,
    checksHash,
    submission: { id: job.student, files: job.files, ...(job.time === undefined ? {} : { time: job.time }) },
    isolation: isolation!.label,
    seeds:
      setup!.secret === undefined
        ? visibleSeeds
        : secretSeeds(setup!.secret, hashFiles(job.files), job.exercise),
  };
  send({ type: 'began', milliseconds });
  const ungraded =
    job.ungraded ??
    (isUntouched
      ? ({ state: 'not started', reason: 'The files are the starter, unchanged.' } as const)
      : undefined);
  const result =
    ungraded === undefined
      ? await gradeExercise({ ...options, pool })
      : ungradedResult(options, ungraded.state, ungraded.reason);
  send({ type: 'graded', result });
}

async function prepare(first: WorkerSetup): Promise<void> {
  setup = first;
  isolation = await requireLevel({ exactly: first.level });
  send({ type: 'ready' });
}

process.on('message', (message: ToWorker) => {
  const work = message.type === 'setup' ? prepare(message.setup) : grade(message.job);
  work.catch((error: unknown) => {
    send({
      type: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  });
});
// The command is gone: nobody waits for a result.
process.on('disconnect', () => {
  process.exit(0);
});
// Ctrl-C reaches every process of the terminal; the command decides what ends.
process.on('SIGINT', () => undefined);
