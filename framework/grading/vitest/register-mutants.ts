import { afterAll, beforeAll, expect, test } from 'vitest';
import { listChecks, type DeclaredCheck, type SightedCheckFile } from '../grade/list-checks.ts';
import { poolFor } from '../kit/grade-work.ts';
import type { Exercise } from '../kit/kit.ts';
import { verdictOf } from '../kit/mutant-verdict.ts';
import type { Mutant } from '../kit/mutants.ts';
import type { CheckResult } from '../result/result.ts';
import type { ProcessPool } from '../submission/process-pool.ts';
import { openAnswer, patienceFor } from './open-answer.ts';

/** What there is to prove of the checks of one grader file. */
export interface MutantTests {
  readonly exercise: Exercise;
  readonly file: SightedCheckFile;
  readonly mutants: readonly Mutant[];
  /** Titles of the checks of the exercise's other grader file. */
  readonly others: readonly string[];
}

/**
 * One test per wrong answer: the check that it names rejects it, and not because it cannot be loaded or because an earlier check
 * fails. And one per check that no wrong answer names: it has to reject some, as it would test nothing otherwise.
 */
export function registerMutants({ exercise, file, mutants, others }: MutantTests): void {
  let pool: ProcessPool | undefined;
  beforeAll(() => {
    pool = poolFor(exercise, 1);
  });
  afterAll(() => pool?.close());

  const judge = async (mutant: Mutant, title: string): Promise<CheckResult> => {
    const grading = await openAnswer(exercise, { file, files: mutant.files, pool: pool! });
    try {
      return await grading.run(grading.checks.find((check) => check.title === title)!);
    } finally {
      await grading.close();
    }
  };

  const checks = listChecks([file]);
  for (const mutant of mutants) {
    const check = checks.find(({ title }) => title === mutant.rejectedBy);
    if (check !== undefined) {
      test(
        `${mutant.name} is rejected by "${check.title}"`,
        { timeout: patienceFor(exercise, check) },
        async () => {
          const verdict = verdictOf(await judge(mutant, check.title));
          if (verdict !== 'rejected') throw new Error(`the check does not reject it: ${verdict}`);
        },
      );
    } else if (!others.includes(mutant.rejectedBy) && file.visibility === 'visible') {
      test(`${mutant.name} names a check`, () => {
        expect([...checks.map(({ title }) => title), ...others]).toContain(mutant.rejectedBy);
      });
    }
  }
  for (const check of checks.filter(({ title }) => !mutants.some(({ rejectedBy }) => rejectedBy === title))) {
    const timeout = mutants.length * patienceFor(exercise, check);
    test(`"${check.title}" rejects a wrong answer`, { timeout }, async () => {
      expect(await findRejected(check)).toBeDefined();
    });
  }

  async function findRejected({ title }: DeclaredCheck): Promise<Mutant | undefined> {
    for (const mutant of mutants) {
      if (verdictOf(await judge(mutant, title)) === 'rejected') return mutant;
    }
    return undefined;
  }
}
