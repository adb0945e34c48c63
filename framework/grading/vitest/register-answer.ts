import { afterAll, beforeAll, test } from 'vitest';
import { listChecks, type SightedCheckFile } from '../grade/list-checks.ts';
import type { Grading } from '../grade/open-grading.ts';
import { poolFor } from '../kit/grade-work.ts';
import type { Exercise } from '../kit/kit.ts';
import type { TextFiles } from '../kit/read-files.ts';
import type { ProcessPool } from '../submission/process-pool.ts';
import { CheckFailure } from './check-failure.ts';
import { openAnswer, patienceFor } from './open-answer.ts';

/** An answer to an exercise. */
export interface Answer {
  readonly exercise: Exercise;
  readonly file: SightedCheckFile;
  readonly files: TextFiles;
  /** Where the files lie. */
  readonly folder: string;
}

/**
 * One test per check, all in one student process. What is still to be written, and what needs an earlier check that
 * fails, is skipped and says so.
 */
export function registerAnswer({ exercise, file, files, folder }: Answer): void {
  let pool: ProcessPool | undefined;
  let grading: Grading | undefined;
  beforeAll(async () => {
    pool = poolFor(exercise, 0);
    grading = await openAnswer(exercise, { file, files, pool });
  });
  afterAll(async () => {
    await grading?.close();
    await pool?.close();
  });
  for (const declared of listChecks([file])) {
    test(declared.title, { timeout: patienceFor(exercise, declared) }, async ({ skip }) => {
      const check = grading!.checks.find(({ id }) => id === declared.id)!;
      const result = await grading!.run(check);
      if (result.state === 'pass') return;
      if (result.cause === 'to do') skip('still to be written');
      if (result.state === 'skipped') skip(`needs ${result.needs!.join(' and ')}`);
      throw new CheckFailure(result, { files, folder });
    });
  }
}
