import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { receiveChecks, type CheckFile } from '../check/exercise.ts';
import { listChecks, type SightedCheckFile } from '../grade/list-checks.ts';
import { findKit, openExercise, type Exercise } from '../kit/kit.ts';
import { CHECK_FILES } from '../kit/load-checks.ts';
import { loadMutants } from '../kit/mutants.ts';
import { readFilesIfThere } from '../kit/read-files.ts';
import { missingFiles, readWork } from '../kit/work.ts';
import { registerAnswer } from './register-answer.ts';
import { registerMutants } from './register-mutants.ts';

/**
 * Makes tests of a grader file: its checks on the solution, one test per wrong answer, and its checks on the reader's own
 * files once they are started. In a kit for students only the last are there.
 */
export function registerExercise(declared: CheckFile): void {
  const path = expect.getState().testPath!;
  const sight = CHECK_FILES.find(({ name }) => name === basename(path));
  if (sight === undefined) {
    throw new Error(`${path}: checks are in ${CHECK_FILES.map(({ name }) => name).join(' or ')}`);
  }
  const file: SightedCheckFile = { ...declared, visibility: sight.visibility };
  describe(`${file.id}, ${file.visibility} checks`, async () => {
    const exercise = await openExercise(await findKit(dirname(path)), file.id);
    const { manifest, solution, folder } = exercise;
    const solved = await readFilesIfThere(solution, manifest.files, `solutions/${manifest.id}`);
    if (solved !== undefined) {
      describe('the solution', () => {
        registerAnswer({ exercise, file, files: solved, folder: solution });
      });
      const mutants = await loadMutants(exercise);
      const others = await titlesBeside(exercise, file);
      describe('wrong answers', () => {
        registerMutants({ exercise, file, solution: solved, mutants, others });
      });
    }
    describe('your answer', async () => {
      if (missingFiles(exercise).length > 0) {
        test.skip(`missing: npx descent reset ${manifest.id.slice(0, 2)} brings it back`, () => undefined);
        return;
      }
      const { files, isStarted } = await readWork(exercise);
      if (isStarted) registerAnswer({ exercise, file, files, folder });
      else test.skip('not started', () => undefined);
    });
  });
}

/** The titles of the checks in the other grader file, so that a wrong answer that names none at all is noticed. */
async function titlesBeside(
  { graders, manifest }: Exercise,
  own: SightedCheckFile,
): Promise<readonly string[]> {
  const files: SightedCheckFile[] = [];
  for (const { name, visibility } of CHECK_FILES) {
    const path = join(graders, name);
    if (visibility === own.visibility || !existsSync(path)) continue;
    const stop = receiveChecks((file) => files.push({ ...file, visibility }));
    try {
      // A copy of its own: modules are loaded once for many test files, and the file itself is to declare its tests yet.
      await import(/* @vite-ignore */ `${pathToFileURL(path).href}?titles`);
    } finally {
      stop();
    }
  }
  if (files.some(({ id }) => id !== manifest.id))
    throw new Error(`${graders} has checks of another exercise`);
  return listChecks(files).map(({ title }) => title);
}
