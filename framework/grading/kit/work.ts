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
export async function readWork({ manifest, folder, starters }: Exercise): Promise<Work> {
  const { id, files: names } = manifest;
  const files = await readFiles(folder, names, `exercises/${id}`);
  const starter = await readFilesIfThere(starters, names, `starters/${id}`);
  return { files, isStarted: starter === undefined || !areSameFiles(files, starter) };
}
