import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { ProblemsError } from '../../document/problem.ts';
import { backUp } from './backup.ts';
import type { Exercise } from './kit.ts';
import { starterFrom } from './markers.ts';
import { areSameFiles, readFiles, type TextFiles } from './read-files.ts';

/** What became of one generated file. */
export interface SyncedFile {
  /** Relative to the kit, with `/`. */
  readonly path: string;
  /** `kept`: it holds somebody's work. */
  readonly state: 'written' | 'unchanged' | 'kept';
  /** Name of the copy of what was there, when work was overwritten. */
  readonly backup?: string;
}

/**
 * Generates the starter of an exercise from its solution, into `starters/` and `exercises/`. An exercise file that differs from
 * the starter as it was is somebody's work and stays.
 * @param force overwrite work too, with a backup beside it
 * @throws ProblemsError for wrong markers, or when nothing is marked
 */
export async function syncExercise(exercise: Exercise, force: boolean): Promise<readonly SyncedFile[]> {
  const { manifest, folder, starters, solution } = exercise;
  const solved = await readFiles(solution, manifest.files, `solutions/${manifest.id}`);
  const starter: TextFiles = Object.fromEntries(
    Object.entries(solved).map(([name, text]) => [
      name,
      starterFrom({ file: `solutions/${manifest.id}/${name}`, text }),
    ]),
  );
  if (areSameFiles(starter, solved)) {
    throw new ProblemsError([
      {
        file: `solutions/${manifest.id}/${manifest.files[0]}`,
        message: 'nothing is marked as the solution, so the starter would be the solution',
        fix: 'Write BEGIN SOLUTION and END SOLUTION around what students are to write.',
      },
    ]);
  }
  const synced: SyncedFile[] = [];
  for (const [name, text] of Object.entries(starter)) {
    const before = await readIfThere(starters, name, 'starters');
    synced.push(await write(`starters/${manifest.id}/${name}`, join(starters, name), before === text, text));
    const path = `exercises/${manifest.id}/${name}`;
    const present = await readIfThere(folder, name, 'exercises');
    const isWork = present !== undefined && present !== text && present !== before;
    if (isWork && !force) {
      synced.push({ path, state: 'kept' });
      continue;
    }
    const backup = isWork ? await backUp(join(folder, name)) : undefined;
    const written = await write(path, join(folder, name), present === text, text);
    synced.push(backup === undefined ? written : { ...written, backup });
  }
  return synced;
}

async function write(path: string, file: string, isSame: boolean, text: string): Promise<SyncedFile> {
  if (isSame) return { path, state: 'unchanged' };
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomic(file, text);
  return { path, state: 'written' };
}

async function readIfThere(folder: string, name: string, label: string): Promise<string | undefined> {
  if (!existsSync(join(folder, name))) return undefined;
  return (await readFiles(folder, [name], label))[name];
}
