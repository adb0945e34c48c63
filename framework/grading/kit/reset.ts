import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { backUp } from './backup.ts';
import type { Exercise } from './kit.ts';
import { readFiles } from './read-files.ts';

/**
 * Puts the starter of an exercise in place of the reader's files, each of which is copied beside itself first.
 * @returns the paths of the copies; none for files that were missing
 * @throws ProblemsError when the kit has no starter of it
 */
export async function resetExercise({ manifest, folder, starters }: Exercise): Promise<readonly string[]> {
  const starter = await readFiles(starters, manifest.files, `starters/${manifest.id}`);
  const backups: string[] = [];
  for (const [name, text] of Object.entries(starter)) {
    const path = join(folder, name);
    if (existsSync(path)) backups.push(await backUp(path));
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text);
  }
  return backups;
}
