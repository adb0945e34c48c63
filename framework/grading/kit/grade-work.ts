import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gradeExercise, visibleSeeds } from '../grade/grade-exercise.ts';
import type { SightedCheckFile } from '../grade/list-checks.ts';
import { hashFiles } from '../result/hash-files.ts';
import type { CheckResult, ExerciseResult } from '../result/result.ts';
import { createProcessPool, type ProcessPool } from '../submission/process-pool.ts';
import type { Exercise } from './kit.ts';
import { CHECK_FILES } from './load-checks.ts';
import { readFiles, type TextFiles } from './read-files.ts';

/** One pass of an exercise's checks over files on this machine. */
export interface WorkOptions {
  readonly exercise: Exercise;
  readonly checks: readonly SightedCheckFile[];
  readonly files: TextFiles;
  /** Where student processes come from; see {@link poolFor}. */
  readonly pool: ProcessPool;
  /** Who wrote the files, by default `you`. */
  readonly author?: string;
  /** Told of each check as it ends. */
  readonly onCheck?: (result: CheckResult) => void;
}

/**
 * Grades files of an exercise on the machine of whoever wrote them, with the seeds that everybody sees.
 * @throws Error for a mistake in the checks, or when no process can be started
 */
export async function gradeWork(options: WorkOptions): Promise<ExerciseResult> {
  const { exercise, checks, files, pool, author = 'you', onCheck } = options;
  return gradeExercise({
    manifest: exercise.manifest,
    checks,
    checksHash: await hashChecks(exercise),
    submission: { id: author, files },
    pool,
    isolation: 'unprotected',
    seeds: visibleSeeds,
    ...(onCheck === undefined ? {} : { onCheck }),
  });
}

/** SHA-256 over the files that hold an exercise's checks: another one means that they have changed. */
export async function hashChecks({ graders, manifest }: Exercise): Promise<string> {
  const names = CHECK_FILES.map(({ name }) => name).filter((name) => existsSync(join(graders, name)));
  return hashFiles(await readFiles(graders, names, `graders/${manifest.id}`));
}

/** Student processes as an exercise wants them. @param ahead how many wait, ready to be used */
export function poolFor({ manifest }: Exercise, ahead: number): ProcessPool {
  return createProcessPool({
    backend: manifest.backend,
    limits: { memoryMegabytes: manifest.limits.megabytes },
    ahead,
  });
}
