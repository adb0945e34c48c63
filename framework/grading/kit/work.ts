import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError } from '../../document/problem.ts';
import type { Exercise } from './kit.ts';
import { areSameFiles, readFiles, readFilesIfThere, type TextFiles } from './read-files.ts';

/** What the reader of this kit has made of an exercise. */
export interface Work {
  /** The files by name, the entry first. */
  readonly files: TextFiles;
  /** Whether they differ from the starter, line ends and byte order marks aside. */
  readonly isStarted: boolean;
}

/**
 * Reads the reader's own files of an exercise.
 * @throws ProblemsError when one is missing or no text
 */
export async function readWork(exercise: Exercise): Promise<Work> {
  const { manifest, folder, starters } = exercise;
  const { id, files: names } = manifest;
  const missing = missingFiles(exercise);
  if (missing.length > 0) {
    throw new ProblemsError(
      missing.map((name) => ({
        file: `exercises/${id}/${name}`,
        message: 'the file is missing',
        fix: existsSync(starters)
          ? `Bring back the starter with: npx descent reset ${id.slice(0, 2)}`
          : `Make it from the solution with: npx descent sync ${id.slice(0, 2)}`,
      })),
    );
  }
  const files = await readFiles(folder, names, `exercises/${id}`);
  const starter = await readFilesIfThere(starters, names, `starters/${id}`);
  return { files, isStarted: starter === undefined || !areSameFiles(files, starter) };
}

/** Names of the files of an exercise that the reader does not have (any more). */
export function missingFiles({ manifest, folder }: Exercise): readonly string[] {
  return manifest.files.filter((name) => !existsSync(join(folder, name)));
}

/** Whether there is something of the reader's own in an exercise; a file that cannot be read is. */
export async function hasStarted(exercise: Exercise): Promise<boolean> {
  if (missingFiles(exercise).length > 0) return false;
  try {
    return (await readWork(exercise)).isStarted;
  } catch (error) {
    if (error instanceof ProblemsError) return true;
    throw error;
  }
}
