import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript } from '../../experiment/spec/import-typescript.ts';
import { ProblemsError } from '../../document/problem.ts';
import { receiveChecks, type CheckFile } from '../check/exercise.ts';
import type { SightedCheckFile, Visibility } from '../grade/list-checks.ts';
import type { Exercise } from './kit.ts';

/** The files of an exercise's checks, visible ones first. */
export const CHECK_FILES: readonly { readonly name: string; readonly visibility: Visibility }[] = [
  { name: 'visible.grader.ts', visibility: 'visible' },
  { name: 'hidden.grader.ts', visibility: 'hidden' },
];

/**
 * Loads the checks of an exercise into this process. They are trusted code: never load a file of a submission so.
 * @throws Error when a file cannot be compiled, or declares checks of another exercise; ProblemsError when there are none
 */
export async function loadChecks({ graders, manifest }: Exercise): Promise<readonly SightedCheckFile[]> {
  const loaded: SightedCheckFile[] = [];
  for (const { name, visibility } of CHECK_FILES) {
    const path = join(graders, name);
    if (!existsSync(path)) continue;
    for (const file of await loadFile(path)) {
      if (file.id !== manifest.id) {
        throw new Error(
          `${path} declares checks of "${file.id}", but lies in the folder of "${manifest.id}"`,
        );
      }
      loaded.push({ ...file, visibility });
    }
  }
  if (loaded.length === 0) {
    throw new ProblemsError([
      {
        file: `graders/${manifest.id}`,
        message: `there are no checks of ${manifest.id} here`,
        expected: CHECK_FILES.map(({ name }) => name).join(' or '),
        fix: 'In a kit that came without checks nothing is missing: they run when you have handed in.',
      },
    ]);
  }
  return loaded;
}

/** Files are loaded one after the other: what declares checks does not say for which of two. */
let turn: Promise<unknown> = Promise.resolve();

function loadFile(path: string): Promise<readonly CheckFile[]> {
  const loading = turn.then(async () => {
    const files: CheckFile[] = [];
    const stop = receiveChecks((file) => files.push(file));
    try {
      await importTypeScript(path);
    } finally {
      stop();
    }
    return files;
  });
  turn = loading.catch(() => undefined);
  return loading;
}
