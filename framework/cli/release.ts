import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { ProblemsError } from '../document/problem.ts';
import { chooseExercises, findKit, openExercises } from '../grading/kit/kit.ts';
import { tryRelease } from '../grading/release/try-release.ts';
import { writeRelease } from '../grading/release/write-release.ts';
import { EXIT } from './exit.ts';

/** What `descent release` is told. */
export interface ReleaseCommand {
  readonly out: string;
  /** Such as `02,04`; by default all. */
  readonly exercises?: string;
  /** Write a zip beside the folder, too. */
  readonly zip: boolean;
  /** Whether the kit has the visible checks. */
  readonly isVisible: boolean;
  /** Whether it is installed and solved in a copy. */
  readonly isTried: boolean;
}

/**
 * `descent release`: writes the kit that students get, and tries it as a stranger would.
 * @returns the exit code
 * @throws ProblemsError for a folder that is not empty or a zip that is there already, for leaks, and when the kit does not work
 */
export async function release(
  { out, exercises: names, zip, isVisible, isTried }: ReleaseCommand,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const kit = await findKit();
  const all = await openExercises(kit);
  const exercises = names === undefined ? all : chooseExercises(all, names.split(','));
  const folder = resolve(out);
  if (zip && existsSync(`${folder}.zip`)) {
    throw new ProblemsError([
      { file: `${out}.zip`, message: 'there is something of this name already', fix: 'Name a new folder.' },
    ]);
  }
  const { files, bytes } = await writeRelease({ kit, all, exercises, isVisible, out: folder });
  write(
    `written  ${out}: ${exercises.length} ${exercises.length === 1 ? 'exercise' : 'exercises'}, ${files.size} files, ${megabytes(bytes)} MB\n`,
  );
  if (isTried) {
    await tryRelease({
      folder,
      exercises,
      isVisible,
      tell: (line) => {
        write(`tried    ${line}\n`);
      },
    });
  }
  if (zip) {
    const name = basename(folder);
    const entries = [...files].map(([path, content]) => [`${name}/${path}`, content] as const);
    await writeFile(`${folder}.zip`, zipSync(Object.fromEntries(entries), { level: 9 }), {
      flag: 'wx',
    });
    write(`written  ${out}.zip\n`);
  }
  return EXIT.done;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
