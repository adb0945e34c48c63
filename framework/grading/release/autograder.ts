import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { stringify } from 'yaml';
import type { Course } from '../course/course-file.ts';
import type { Exercise, Kit } from '../kit/kit.ts';
import { filesBelow, importedFiles, type KitFiles } from './kit-files.ts';
import { kitPackage } from './kit-package.ts';
import { packFramework } from './pack-framework.ts';

/** What Gradescope runs: once for the image, and for each submission. */
export const AUTOGRADER_SCRIPTS = ['setup.sh', 'run_autograder'] as const;

/** What an autograder is made of. */
export interface AutograderOptions {
  readonly kit: Kit;
  readonly exercise: Exercise;
  /** From which the secret and the points come; without one, hidden data are the same for everybody. */
  readonly course?: Course;
}

/**
 * Makes the files of a Gradescope autograder for one exercise: the two scripts, and a kit in which `descent grade` runs, with
 * all checks, the framework and a lockfile. It holds what students must not see, but no solution and no wrong answers, unless a
 * check imports them.
 * @see https://gradescope-autograders.readthedocs.io/en/latest/specs/
 * @throws ProblemsError for a repository without a lockfile
 */
export async function autograderFiles({ kit, exercise, course }: AutograderOptions): Promise<KitFiles> {
  const { id } = exercise.manifest;
  const files: KitFiles = new Map();
  const framework = dirname(createRequire(import.meta.url).resolve('descent/package.json'));
  const scripts = join(framework, 'grading', 'release', 'gradescope');
  for (const name of AUTOGRADER_SCRIPTS) files.set(name, await readFile(join(scripts, name)));
  for (const path of await gradingFiles(kit, exercise)) {
    files.set(`kit/${path}`, await readFile(join(kit.root, path)));
  }
  for (const [path, content] of await kitPackage(kit, await packFramework(), {}))
    files.set(`kit/${path}`, content);
  if (course !== undefined) {
    // Without due dates: Gradescope judges lateness itself.
    const exercises = course.exercises.filter((one) => one.id === id).map(({ due: _, ...rest }) => rest);
    const { schema, title, secret } = course;
    const text = stringify({ schema, title, secret, exercises });
    files.set('kit/course.yaml', new TextEncoder().encode(text));
  }
  return files;
}

/** The files as a zip, in which the scripts can be executed. The same files give the same bytes. */
export function zipAutograder(files: KitFiles): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const isScript = AUTOGRADER_SCRIPTS.some((name) => name === path);
    const mode = isScript ? 0o100755 : 0o100644;
    entries[path] = [content, { os: 3, attrs: (mode << 16) >>> 0, mtime: '1985-10-26T12:00:00' }];
  }
  return zipSync(entries, { level: 9 });
}

/** Manifest, starter, and the checks with whatever they import or read beside them; relative to the root of the kit. */
async function gradingFiles(kit: Kit, { manifest, graders }: Exercise): Promise<readonly string[]> {
  const { id, files } = manifest;
  const beside = (await filesBelow(graders)).filter((name) => !name.startsWith('mutants/'));
  const checks = ['visible.grader.ts', 'hidden.grader.ts'].map((name) => `graders/${id}/${name}`);
  return [
    ...new Set([
      `exercises/${id}/exercise.yaml`,
      ...files.map((name) => `starters/${id}/${name}`),
      ...beside.map((name) => `graders/${id}/${name}`),
      ...(await importedFiles(kit.root, checks)),
    ]),
  ];
}
