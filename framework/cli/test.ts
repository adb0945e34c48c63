import chalk from 'chalk';
import { cardText } from '../grading/card/card.ts';
import type { ExerciseManifest } from '../grading/kit/exercise-file.ts';
import { gradeWork, poolFor } from '../grading/kit/grade-work.ts';
import { chooseExercises, findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { loadChecks } from '../grading/kit/load-checks.ts';
import { afterResult, openProgress } from '../grading/kit/progress.ts';
import { readWork, type Work } from '../grading/kit/work.ts';
import type { ExerciseResult } from '../grading/result/result.ts';
import { EXIT } from './exit.ts';
import { exitCodeOf } from './exercise-exit.ts';
import { afterCardText, notStartedText } from './exercise-text.ts';
import { onInterrupt } from './interrupt.ts';

/** What `descent test NN…` is told. */
export interface TestOptions {
  /** Exercises; without names all. */
  readonly names: readonly string[];
  /** Print a list of results instead of cards. */
  readonly json: boolean;
}

/**
 * `descent test NN…`: runs the checks of exercises on the reader's own files and shows a card for each.
 * @returns the exit code: 1 when a started exercise lacks points, 3 when a check broke
 * @throws ProblemsError for an unknown name or a missing file
 */
export async function test(
  { names, json }: TestOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const kit = await findKit();
  const all = await openExercises(kit);
  const exercises = names.length === 0 ? all : chooseExercises(all, names);
  const progress = openProgress(kit.root, (text) => process.stderr.write(`${text}\n`));
  const interrupt = onInterrupt(() => undefined);
  const results: ExerciseResult[] = [];
  try {
    for (const exercise of exercises) {
      const work = await readWork(exercise);
      const result = await testOne(exercise, work, interrupt.signal);
      if (result === undefined) return EXIT.interrupted;
      results.push(result);
      if (result.state !== 'not started') {
        await progress.update(exercise.manifest.id, (before) => afterResult(before, result));
      }
      const next = all[all.indexOf(exercise) + 1]?.manifest;
      if (!json) write(inWords({ exercise, work, result, next }));
    }
  } catch (error) {
    // Ctrl-C reaches the compiler of the checks, too, which then fails.
    if (interrupt.signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    interrupt.dispose();
  }
  if (json) write(`${JSON.stringify(results, undefined, 2)}\n`);
  return exitCodeOf(results);
}

async function testOne(
  exercise: Exercise,
  work: Work,
  signal: AbortSignal,
): Promise<ExerciseResult | undefined> {
  // The process starts while the checks are compiled.
  const pool = poolFor(exercise, work.isStarted ? 1 : 0);
  try {
    return await gradeWork({ exercise, checks: await loadChecks(exercise), work, pool, signal });
  } finally {
    await pool.close();
  }
}

function inWords({ exercise, work, result, next }: Tested): string {
  const { manifest } = exercise;
  const number = manifest.id.slice(0, 2);
  if (result.state === 'not started') {
    return `${notStartedText(manifest, chalk)}    then    npx descent watch ${number}\n\n`;
  }
  const card = cardText(result, { manifest, files: work.files, style: chalk });
  return `${card}\n${afterCardText(result, manifest, next) || `A hint:  npx descent hint ${number}\n`}`;
}

interface Tested {
  readonly exercise: Exercise;
  readonly work: Work;
  readonly result: ExerciseResult;
  readonly next: ExerciseManifest | undefined;
}
