import { afterAll, beforeAll, expect, test } from 'vitest';
import { listChecks, type DeclaredCheck, type SightedCheckFile } from '../grade/list-checks.ts';
import { poolFor } from '../kit/grade-work.ts';
import type { Exercise } from '../kit/kit.ts';
import { verdictOf } from '../kit/mutant-verdict.ts';
import type { Mutant } from '../kit/mutants.ts';
import type { TextFiles } from '../kit/read-files.ts';
import type { CheckResult } from '../result/result.ts';
import type { ProcessPool } from '../submission/process-pool.ts';
import { openAnswer, patienceFor } from './open-answer.ts';
import { reusingPool, type ReusingPool } from './reusing-pool.ts';

/** What there is to prove of the checks of one grader file. */
export interface MutantTests {
  readonly exercise: Exercise;
  readonly file: SightedCheckFile;
  /** The files of the solution. */
  readonly solution: TextFiles;
  readonly mutants: readonly Mutant[];
  /** Titles of the checks of the exercise's other grader file. */
  readonly others: readonly string[];
}

/** So many wrong answers are run by one process, one after the other. */
const TOGETHER = 12;

/**
 * One test per wrong answer: the check that it names rejects it, and not because it cannot be loaded or because an earlier check
 * fails. And one per check that no wrong answer names: it has to reject some, as it would test nothing otherwise. Some of them
 * share a process, as starting one takes longer than most checks; that the solution passes there after them shows that none
 * was rejected for what another had left behind.
 */
export function registerMutants({ exercise, file, solution, mutants, others }: MutantTests): void {
  let started: ProcessPool | undefined;
  let pool: ReusingPool | undefined;
  beforeAll(() => {
    started = poolFor(exercise, 0);
    pool = reusingPool(started);
  });
  afterAll(async () => {
    await pool?.close();
    await started?.close();
  });

  const judge = async (files: TextFiles, title: string): Promise<CheckResult> => {
    const grading = await openAnswer(exercise, { file, files, pool: pool! });
    try {
      return await grading.run(grading.checks.find((check) => check.title === title)!);
    } finally {
      await grading.close();
    }
  };

  const checks = listChecks([file]);
  const named = mutants.flatMap((mutant) => {
    const check = checks.find(({ title }) => title === mutant.rejectedBy);
    return check === undefined ? [] : [{ mutant, check }];
  });
  for (const [index, { mutant, check }] of named.entries()) {
    const timeout = patienceFor(exercise, check);
    test(`${mutant.name} is rejected by "${check.title}"`, { timeout }, async () => {
      const verdict = verdictOf(await judge(mutant.files, check.title));
      if (verdict !== 'rejected') throw new Error(`the check does not reject it: ${verdict}`);
    });
    if ((index + 1) % TOGETHER > 0 && index + 1 < named.length) continue;
    test(`after ${mutant.name} the solution still passes "${check.title}"`, { timeout }, async () => {
      const verdict = verdictOf(await judge(solution, check.title));
      if (verdict !== 'passed') throw new Error(`one of those before has spoilt the process: ${verdict}`);
      await pool!.renew();
    });
  }
  if (file.visibility === 'visible') {
    const titles = [...checks.map(({ title }) => title), ...others];
    for (const { name, rejectedBy } of mutants.filter((mutant) => !titles.includes(mutant.rejectedBy))) {
      test(`${name} names a check`, () => {
        expect(titles).toContain(rejectedBy);
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
      // On its own: nothing that another has left may be the reason.
      await pool!.renew();
      if (verdictOf(await judge(mutant.files, title)) === 'rejected') return mutant;
    }
    return undefined;
  }
}
