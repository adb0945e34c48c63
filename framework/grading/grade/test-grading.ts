import { afterAll } from 'vitest';
import type { CheckContext } from '../check/exercise.ts';
import type { ExportSpecs } from '../check/student.ts';
import type { CheckResult } from '../result/result.ts';
import { createProcessPool, type ProcessPool } from '../submission/process-pool.ts';
import type { SightedCheckFile, Visibility } from './list-checks.ts';
import { openGrading, type Grading, type GradingOptions } from './open-grading.ts';

/** Checks as a grader file would declare them. */
export function checkFile<Exports extends ExportSpecs>(
  exports: Exports,
  define: (context: CheckContext<Exports>) => void,
  visibility: Visibility = 'visible',
): SightedCheckFile {
  return { id: '01-trial', exports, define: define, visibility };
}

/** For the tests of this folder: gradings of submissions from one pool, closed at the end. */
export interface TestGradings {
  readonly pool: ProcessPool;
  open(
    source: string,
    files: readonly SightedCheckFile[],
    options?: Partial<GradingOptions>,
  ): Promise<Grading>;
  /** Grades a file, and gives the results of all checks by title. */
  grade(
    source: string,
    files: readonly SightedCheckFile[],
    options?: Partial<GradingOptions>,
  ): Promise<Readonly<Record<string, CheckResult>>>;
}

/** A pool for a test file, closed after its last test. */
export function testGradings(seconds = 20): TestGradings {
  const pool = createProcessPool({ ahead: 1, backend: 'cpu', limits: { loadMilliseconds: 20_000 } });
  const opened: Grading[] = [];
  afterAll(async () => {
    await Promise.all(opened.map((grading) => grading.close()));
    await pool.close();
  });
  const open: TestGradings['open'] = async (source, files, options = {}) => {
    const grading = await openGrading({
      files,
      submission: { 'exercise.ts': source },
      pool,
      defaults: { seconds, seeds: { count: 1, quorum: 1 } },
      seedOf: (_, trial) => trial + 1,
      ...options,
    });
    opened.push(grading);
    return grading;
  };
  const grade: TestGradings['grade'] = async (source, files, options) => {
    const grading = await open(source, files, options);
    const results: [string, CheckResult][] = [];
    for (const check of grading.checks) results.push([check.title, await grading.run(check)]);
    await grading.close();
    return Object.fromEntries(results);
  };
  return { pool, open, grade };
}
