import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Problem } from '../document/problem.ts';
import { ProblemsError } from '../document/problem.ts';
import { readText } from '../document/read-text.ts';
import { listChecks } from '../grading/grade/list-checks.ts';
import { chooseExercises, findKit, openExercises, type Exercise } from '../grading/kit/kit.ts';
import { loadChecks } from '../grading/kit/load-checks.ts';
import { readFiles } from '../grading/kit/read-files.ts';
import { drawLessonPictures } from '../grading/picture/draw-lesson-pictures.ts';
import { loadPictures } from '../grading/picture/load-pictures.ts';
import { insertTable, taskTable } from '../grading/validate/task-table.ts';
import { EXIT } from './exit.ts';
import { writeOutput } from './write-output.ts';

/** What `descent docs` is told. */
export interface DocsOptions {
  /** Exercises; without names all. */
  readonly names: readonly string[];
  /** Write nothing, and report what is not up to date. */
  readonly check: boolean;
}

/**
 * `descent docs`: writes what follows from the rest of an exercise into its lesson: the table of tasks, checks and points between
 * `<!-- tasks -->` and `<!-- /tasks -->`, and the pictures, as the solution draws them.
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
    try {
      for (const { name, message, before, after } of [await table(exercise), ...(await pictures(exercise))]) {
        if (before === after) continue;
        isUnchanged = false;
        const file = `exercises/${id}/${name}`;
        if (check) {
          const fix = `Write it anew with: npx descent docs ${id.slice(0, 2)}`;
          problems.push({ file, message, fix });
        } else {
          const path = join(exercise.folder, name);
          await mkdir(dirname(path), { recursive: true });
          await writeOutput(path, after, file);
          write(`written  ${file}\n`);
        }
      }
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  if (isUnchanged) write('The tables and pictures of lessons are up to date.\n');
  return EXIT.done;
}

/** A file of a lesson as it is and as it should be. */
interface LessonFile {
  /** Relative to the folder of the exercise. */
  readonly name: string;
  /** What is wrong where the two differ. */
  readonly message: string;
  /** undefined where it is missing. */
  readonly before: string | undefined;
  readonly after: string;
}

/** The line ends of the lesson stay. */
async function table(exercise: Exercise): Promise<LessonFile> {
  const name = 'README.md';
  const file = `exercises/${exercise.manifest.id}/${name}`;
  const { text: before } = await readText(join(exercise.folder, name), file);
  const rows = taskTable(exercise.manifest, listChecks(await loadChecks(exercise)));
  const unix = insertTable({ file, text: before.replaceAll('\r\n', '\n') }, rows);
  const after = before.includes('\r\n') ? unix.replaceAll('\n', '\r\n') : unix;
  return { name, message: 'the table of tasks is not up to date', before, after };
}

async function pictures(exercise: Exercise): Promise<readonly LessonFile[]> {
  const { id, files: names } = exercise.manifest;
  const file = await loadPictures(exercise);
  if (file === undefined || !existsSync(exercise.solution)) return [];
  const files = await readFiles(exercise.solution, names, `solutions/${id}`);
  const drawn = await drawLessonPictures(exercise, { file, files });
  return Promise.all(
    [...drawn].map(async ([picture, after]) => {
      const name = `pictures/${picture}`;
      const path = join(exercise.folder, name);
      const before = existsSync(path) ? await readFile(path, 'utf8') : undefined;
      return { name, message: 'the solution draws another picture now', before, after };
    }),
  );
}
