import type { SightedCheckFile } from '../grade/list-checks.ts';
import type { ExerciseResult } from '../result/result.ts';
import type { ProcessPool } from '../submission/process-pool.ts';
import { gradeWork, hashChecks, poolFor } from './grade-work.ts';
import type { Exercise } from './kit.ts';
import { loadChecks } from './load-checks.ts';
import type { Work } from './work.ts';

/** Grades the reader's files again and again, as fast as can be. */
export interface WorkRunner {
  /** Starts what the next run of this exercise needs: a process, and its checks. Failures show when it runs. */
  prepare(exercise: Exercise): void;
  /** As `gradeWork`. */
  run(exercise: Exercise, work: Work, signal: AbortSignal): Promise<ExerciseResult | undefined>;
  close(): Promise<void>;
}

/**
 * A runner that keeps a started process waiting, and checks that it has loaded until their files change.
 * @param load loads the checks of an exercise
 */
export function createWorkRunner(load = loadChecks): WorkRunner {
  const loaded = new Map<
    string,
    { readonly hash: string; readonly checks: Promise<readonly SightedCheckFile[]> }
  >();
  let pool: { readonly key: string; readonly processes: ProcessPool } | undefined;

  const poolOf = async (exercise: Exercise): Promise<ProcessPool> => {
    const { backend, limits } = exercise.manifest;
    const key = `${backend} ${limits.megabytes}`;
    if (pool?.key === key) return pool.processes;
    const old = pool;
    pool = { key, processes: poolFor(exercise, 1) };
    await old?.processes.close();
    return pool.processes;
  };

  const checksOf = async (exercise: Exercise): Promise<readonly SightedCheckFile[]> => {
    const { id } = exercise.manifest;
    const hash = await hashChecks(exercise);
    const known = loaded.get(id);
    if (known?.hash === hash) return known.checks;
    const checks = load(exercise);
    loaded.set(id, { hash, checks });
    // What failed is tried again at the next run.
    checks.catch(() => loaded.delete(id));
    return checks;
  };

  return {
    prepare(exercise) {
      void Promise.allSettled([poolOf(exercise), checksOf(exercise)]);
    },
    async run(exercise, work, signal) {
      const [processes, checks] = await Promise.all([poolOf(exercise), checksOf(exercise)]);
      return gradeWork({ exercise, checks, work, pool: processes, signal });
    },
    close: async () => pool?.processes.close(),
  };
}
