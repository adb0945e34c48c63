import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { ProblemsError } from '../document/problem.ts';
import { chooseExercises, findKit, openExercises } from '../grading/kit/kit.ts';
import { syncExercise, type SyncedFile } from '../grading/kit/sync.ts';
import { EXIT } from './exit.ts';

/** What `descent sync` is told. */
export interface SyncOptions {
  /** Exercises; without names those that have a solution here. */
  readonly names: readonly string[];
  /** Overwrite what somebody wrote, with a backup beside it. */
  readonly force: boolean;
}

/**
 * `descent sync`: makes the starters of exercises from their solutions.
 * @returns the exit code
 * @throws ProblemsError for an unknown name, wrong markers, or a kit without solutions
 */
export async function sync(
  { names, force }: SyncOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const kit = await findKit();
  const exercises = await openExercises(kit);
  const chosen =
    names.length > 0
      ? chooseExercises(exercises, names)
      : exercises.filter(({ solution }) => existsSync(solution));
  if (chosen.length === 0) {
    throw new ProblemsError([
      {
        file: 'solutions',
        message: 'there are no solutions here to make starters from',
        fix: 'A kit for students has none; "descent reset NN" brings back a starter.',
      },
    ]);
  }
  let isUnchanged = true;
  for (const exercise of chosen) {
    for (const file of await syncExercise(exercise, force)) {
      if (file.state === 'unchanged') continue;
      isUnchanged = false;
      write(`${inWords(file, kit.root)}\n`);
    }
  }
  if (isUnchanged) {
    write(`${chosen.length === 1 ? 'The starter is' : `All ${chosen.length} starters are`} up to date.\n`);
  }
  return EXIT.done;
}

function inWords({ path, state, backup }: SyncedFile, root: string): string {
  if (state === 'kept')
    return `kept     ${path}: it holds work of somebody (--force overwrites it, with a backup)`;
  const copy =
    backup === undefined ? '' : ` (what was there is now ${relative(root, backup).replaceAll('\\', '/')})`;
  return `written  ${path}${copy}`;
}
