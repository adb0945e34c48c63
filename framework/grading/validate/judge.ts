import type { DeclaredCheck } from '../grade/list-checks.ts';
import { poolFor } from '../kit/grade-work.ts';
import type { Exercise } from '../kit/kit.ts';
import type { Mutant } from '../kit/mutants.ts';
import type { CheckResult } from '../result/result.ts';
import type { ProcessPool } from '../submission/process-pool.ts';
import { openAnswer } from '../vitest/open-answer.ts';

/** Puts wrong answers under single checks, each pair once. */
export interface Judge {
  /** @throws Error for a title that no check has */
  judge(mutant: Mutant, title: string): Promise<CheckResult>;
  close(): Promise<void>;
}

/** A judge whose next process starts while the present one is at work. */
export function createJudge({
  exercise,
  checks,
}: {
  readonly exercise: Exercise;
  readonly checks: () => Promise<readonly DeclaredCheck[]>;
}): Judge {
  let pool: ProcessPool | undefined;
  const judged = new Map<string, Promise<CheckResult>>();

  const judgeOnce = async (mutant: Mutant, title: string): Promise<CheckResult> => {
    const declared = (await checks()).find((check) => check.title === title);
    if (declared === undefined) throw new Error(`there is no check "${title}"`);
    pool ??= poolFor(exercise, 1);
    const grading = await openAnswer(exercise, { file: declared.file, files: mutant.files, pool });
    try {
      return await grading.run(grading.checks.find((check) => check.title === title)!);
    } finally {
      await grading.close();
    }
  };

  return {
    judge(mutant, title) {
      const key = `${mutant.name}\n${title}`;
      const known = judged.get(key) ?? judgeOnce(mutant, title);
      judged.set(key, known);
      return known;
    },
    close: async () => pool?.close(),
  };
}
