import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gradeExercise, ungradedResult, visibleSeeds } from '../grade/grade-exercise.ts';
import type { SightedCheckFile } from '../grade/list-checks.ts';
import { PICTURE_FILE } from '../picture/load-pictures.ts';
import { hashFiles } from '../result/hash-files.ts';
import type { ExerciseResult } from '../result/result.ts';
import { createProcessPool, type ProcessPool } from '../submission/process-pool.ts';
import type { Exercise } from './kit.ts';
import { readFiles } from './read-files.ts';
import { stoppablePool } from './stoppable-pool.ts';
import type { Work } from './work.ts';

/** One pass of an exercise's checks over the reader's files. */
export interface WorkOptions {
  readonly exercise: Exercise;
  readonly checks: readonly SightedCheckFile[];
  readonly work: Work;
  /** Where student processes come from; see {@link poolFor}. */
  readonly pool: ProcessPool;
  /** Kills the process that runs the files, and ends the pass. */
  readonly signal: AbortSignal;
}

/**
 * Grades the reader's own files of an exercise on this machine, with the seeds that everybody sees. What is not started is
 * not run.
 * @returns undefined when the signal came first
 * @throws Error for a mistake in the checks, or when no process can be started
 */
export async function gradeWork(options: WorkOptions): Promise<ExerciseResult | undefined> {
  const { exercise, checks, work, signal } = options;
  const grading = {
    manifest: exercise.manifest,
    checks,
    checksHash: await hashChecks(exercise),
    submission: { id: 'you', files: work.files },
    isolation: 'unprotected',
    seeds: visibleSeeds,
  };
  if (!work.isStarted) return ungradedResult(grading, 'not started', 'The file equals the starter.');
  const pool = stoppablePool(options.pool, signal);
  try {
    const result = await gradeExercise({ ...grading, pool });
    return signal.aborted ? undefined : result;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    await pool.close();
  }
}

/**
 * SHA-256 over what decides about grades: every file of `graders/NN-id/` but wrong answers and pictures, as checks import from
 * files beside them, and what these import of `datasets/`. Another one means that the checks have changed.
 */
export async function hashChecks({ graders, manifest }: Exercise): Promise<string> {
  const entries = existsSync(graders) ? await readdir(graders, { recursive: true }) : [];
  const names = entries
    .filter((name) => statSync(join(graders, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name !== PICTURE_FILE && !name.startsWith('mutants/'));
  const label = `graders/${manifest.id}`;
  const files = await readFiles(graders, names, label);
  const shared = Object.values(files).flatMap((text) =>
    [...text.matchAll(/from '(\.\.\/\.\.\/datasets\/[^']+)'/g)].map(([, name]) => name!),
  );
  return hashFiles({ ...files, ...(await readFiles(graders, [...new Set(shared)], label)) });
}

/** Student processes as an exercise wants them. @param ahead how many wait, ready to be used */
export function poolFor({ manifest }: Exercise, ahead: number): ProcessPool {
  return createProcessPool({
    backend: manifest.backend,
    limits: { memoryMegabytes: manifest.limits.megabytes },
    ahead,
  });
}
