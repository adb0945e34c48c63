import chalk from 'chalk';
import { cardText } from '../grading/card/card.ts';
import { chooseExercises, findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { gradeWork, poolFor } from '../grading/kit/grade-work.ts';
import { loadChecks } from '../grading/kit/load-checks.ts';
import { readWork } from '../grading/kit/work.ts';
import type { ExerciseResult } from '../grading/result/result.ts';
import { EXIT } from './exit.ts';

/** What `descent test` is told. */
export interface TestOptions {
  /** Exercises. */
  readonly names: readonly string[];
  readonly json: boolean;
}

/** `descent test NN…`: the checks of exercises on the reader's own files. @returns the exit code */
export async function test(
  { names, json }: TestOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const exercises = chooseExercises(await openExercises(await findKit()), names);
  let code: number = EXIT.done;
  for (const exercise of exercises) {
    const result = await testOne(exercise);
    if (result === undefined) {
      write(`${exercise.manifest.id}: not started\n`);
      continue;
    }
    write(
      json
        ? `${JSON.stringify(result, undefined, 2)}\n`
        : cardText(result, {
            manifest: exercise.manifest,
            files: (await readWork(exercise)).files,
            style: chalk,
          }),
    );
    if (result.points < result.maximumPoints) code = EXIT.targetsMissed;
  }
  return code;
}

async function testOne(exercise: Exercise): Promise<ExerciseResult | undefined> {
  const work = await readWork(exercise);
  if (!work.isStarted) return undefined;
  const pool = poolFor(exercise, 1);
  try {
    return await gradeWork({ exercise, checks: await loadChecks(exercise), files: work.files, pool });
  } finally {
    await pool.close();
  }
}
