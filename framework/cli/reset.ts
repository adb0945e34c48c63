import { relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { ProblemsError } from '../document/problem.ts';
import { chooseExercises, findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { openProgress } from '../grading/kit/progress.ts';
import { resetExercise } from '../grading/kit/reset.ts';
import { hasStarted, missingFiles } from '../grading/kit/work.ts';
import { EXIT } from './exit.ts';

/** What `descent reset` is told. */
export interface ResetOptions {
  /** Exercises. */
  readonly names: readonly string[];
  /** Do not ask. */
  readonly yes: boolean;
}

/**
 * `descent reset NN…`: starts exercises over, after asking. What was written stays beside the starter as a backup.
 * @returns the exit code
 * @throws ProblemsError for an unknown name, or when nobody can be asked
 */
export async function reset(
  { names, yes }: ResetOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const kit = await findKit();
  const progress = openProgress(kit.root, write);
  for (const exercise of chooseExercises(await openExercises(kit), names)) {
    const { id } = exercise.manifest;
    const isMissing = missingFiles(exercise).length > 0;
    if (!isMissing && !(await hasStarted(exercise))) {
      write(`${id} is as it came.\n`);
      continue;
    }
    if (!isMissing && !yes && !(await ask(`Start ${id} over? Your file is kept as a backup. y/N `))) {
      write(`${id} stays as it is.\n`);
      continue;
    }
    write(resetText(exercise, await resetExercise(exercise), kit.root));
    await progress.update(id, () => ({}));
  }
  return EXIT.done;
}

/** What was done, and where the backups are. */
export function resetText({ manifest }: Exercise, backups: readonly string[], root: string): string {
  const copies = backups.map((path) => `  your file is now ${relative(root, path).replaceAll('\\', '/')}\n`);
  return `${manifest.id} is as it came.\n${copies.join('')}`;
}

async function ask(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new ProblemsError([
      {
        file: 'command line',
        message: 'nobody is here to be asked',
        fix: 'Add --yes to start over without asking.',
      },
    ]);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}
