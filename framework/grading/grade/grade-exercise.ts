import * as tf from '#tensorflow';
import { version } from '../../package.json';
import type { ExerciseManifest } from '../kit/exercise-file.ts';
import { hashFiles, hashWords } from '../result/hash-files.ts';
import type { CheckResult, ExerciseResult } from '../result/result.ts';
import type { ProcessPool } from '../submission/process-pool.ts';
import { listChecks, type SightedCheckFile } from './list-checks.ts';
import { openGrading, type GradingOptions } from './open-grading.ts';

/** What grading a submission of an exercise takes. */
export interface GradeOptions {
  readonly manifest: ExerciseManifest;
  /** The checks that count. */
  readonly checks: readonly SightedCheckFile[];
  /** SHA-256 over the sources of the checks. */
  readonly checksHash: string;
  readonly submission: {
    readonly id: string;
    /** The files by name, the entry first. */
    readonly files: Readonly<Record<string, string>>;
    /** When it was submitted, ISO 8601. */
    readonly time?: string;
  };
  readonly pool: ProcessPool;
  /** The measured level of the pool's isolation. */
  readonly isolation: string;
  readonly seeds: SeedSource;
  /** The present time, by default the machine's. */
  readonly now?: () => Date;
  /** Told of each check as it ends. */
  readonly onCheck?: (result: CheckResult) => void;
}

/** Where the seeds of trials come from. */
export interface SeedSource {
  /** As it stands in a result: `visible`, or the name of a secret. */
  readonly name: string;
  seedOf: GradingOptions['seedOf'];
}

/** Seeds that are the same everywhere: 1, 2, 3 … For visible checks, and for our own tests of hidden ones. */
export const visibleSeeds: SeedSource = { name: 'visible', seedOf: (_, trial) => trial + 1 };

/**
 * Grades one submission of one exercise. Whatever the submission does, there is a result with every check that exists; a
 * point is in it only for an explicit pass.
 * @throws Error for a mistake in the checks themselves, or when no process can be started
 */
export async function gradeExercise(options: GradeOptions): Promise<ExerciseResult> {
  const { manifest, now = () => new Date() } = options;
  const started = now();
  const grading = await openGrading({
    files: options.checks,
    submission: options.submission.files,
    pool: options.pool,
    defaults: {
      seconds: manifest.limits.seconds,
      seeds: { count: manifest.trials.count, quorum: manifest.trials.quorum ?? manifest.trials.count },
    },
    seedOf: options.seeds.seedOf,
  });
  const checks: CheckResult[] = [];
  try {
    for (const check of grading.checks) {
      const result = await grading.run(check);
      checks.push(result);
      options.onCheck?.(result);
    }
  } finally {
    await grading.close();
  }
  return assemble(options, started, checks, {});
}

/**
 * The result of a submission whose checks were not run: every check that exists, each without points.
 * @param reason a sentence for whoever reads the grade
 * @throws Error for a mistake in the checks themselves
 */
export function ungradedResult(
  options: Omit<GradeOptions, 'pool' | 'onCheck'>,
  state: 'refused' | 'needs attention' | 'not started',
  reason: string,
): ExerciseResult {
  const { now = () => new Date() } = options;
  const checks = listChecks(options.checks).map(({ id, title, visibility, options: its }): CheckResult => ({
    id,
    title,
    task: its.task,
    visibility,
    state: 'not run',
    points: 0,
    maximumPoints: its.points,
    milliseconds: 0,
    trials: [],
  }));
  return assemble(options, now(), checks, { state, reason });
}

function assemble(
  options: Omit<GradeOptions, 'pool' | 'onCheck'>,
  started: Date,
  checks: readonly CheckResult[],
  whole: { readonly state?: ExerciseResult['state']; readonly reason?: string },
): ExerciseResult {
  const { manifest, now = () => new Date() } = options;
  const { id, files, time } = options.submission;
  const isComplete = !checks.some(({ state }) => state === 'grader error' || state === 'not run');
  return {
    schema: 1,
    exercise: {
      id: manifest.id,
      title: manifest.title,
      version: manifest.version,
      checks: options.checksHash,
    },
    submission: {
      id,
      files: hashFiles(files),
      words: hashWords(files),
      ...(time === undefined ? {} : { time }),
    },
    run: {
      descent: version,
      tensorflow: tf.version_core,
      node: process.versions.node,
      backend: manifest.backend,
      isolation: options.isolation,
      seeds: options.seeds.name,
      started: started.toISOString(),
      milliseconds: now().getTime() - started.getTime(),
    },
    state: isComplete ? 'graded' : 'needs attention',
    ...whole,
    points: sum(checks.map(({ points }) => points)),
    maximumPoints: sum(checks.map(({ maximumPoints }) => maximumPoints)),
    checks: [...checks],
  };
}

function sum(values: readonly number[]): number {
  // Points may be halves or tenths: without rounding 0.1 + 0.2 would show its last bits.
  return Number(values.reduce((total, value) => total + value, 0).toFixed(6));
}
