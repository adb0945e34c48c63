import { copyFile, constants } from 'node:fs/promises';
import { extname } from 'node:path';

/**
 * Copies a file to the first free name beside it: `exercise.ts` to `exercise.backup-1.ts`. An older backup is never touched.
 * @returns the path of the copy
 */
export async function backUp(path: string): Promise<string> {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 1; ; number++) {
    const copy = `${stem}.backup-${number}${extension}`;
    try {
      await copyFile(path, copy, constants.COPYFILE_EXCL);
      return copy;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
