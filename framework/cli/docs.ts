import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Problem } from '../document/problem.ts';
import { ProblemsError } from '../document/problem.ts';
import { readText } from '../document/read-text.ts';
import { listChecks } from '../grading/grade/list-checks.ts';
import { chooseExercises, findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { loadChecks } from '../grading/kit/load-checks.ts';
import { insertTable, taskTable } from '../grading/validate/task-table.ts';
import { EXIT } from './exit.ts';

/** What `descent docs` is told. */
export interface DocsOptions {
  /** Exercises; without names all. */
  readonly names: readonly string[];
  /** Write nothing, and report what is not up to date. */
  readonly check: boolean;
}

/**
 * `descent docs`: writes the table of tasks, checks and points into lessons, between `<!-- tasks -->` and `<!-- /tasks -->`.
 * @returns the exit code
 * @throws ProblemsError for lessons without these markers, and with `check` for those that are not up to date, all at once
 */
export async function docs(
  { names, check }: DocsOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const all = await openExercises(await findKit());
  const problems: Problem[] = [];
  let isUnchanged = true;
  for (const exercise of names.length === 0 ? all : chooseExercises(all, names)) {
    const { id } = exercise.manifest;
    const file = `exercises/${id}/README.md`;
    try {
      const { before, after } = await renew(exercise, file);
      if (before === after) continue;
      isUnchanged = false;
      if (check) {
        const fix = `Write it anew with: npx descent docs ${id.slice(0, 2)}`;
        problems.push({ file, message: 'the table of tasks is not up to date', fix });
      } else {
        await writeFileAtomic(join(exercise.folder, 'README.md'), after);
        write(`written  ${file}\n`);
      }
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  if (isUnchanged) write('The tables of tasks are up to date.\n');
  return EXIT.done;
}

/** A lesson as it is and as it should be; its line ends stay. */
async function renew(
  exercise: Exercise,
  file: string,
): Promise<{ readonly before: string; readonly after: string }> {
  const { text: before } = await readText(join(exercise.folder, 'README.md'), file);
  const table = taskTable(exercise.manifest, listChecks(await loadChecks(exercise)));
  const after = insertTable({ file, text: before.replaceAll('\r\n', '\n') }, table);
  return { before, after: before.includes('\r\n') ? after.replaceAll('\n', '\r\n') : after };
}
