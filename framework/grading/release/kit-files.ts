import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix, relative } from 'node:path';
import { libraryFolder } from '../../data/dataset-library.ts';
import type { Exercise, Kit } from '../kit/kit.ts';
import { PICTURE_FILE } from '../picture/load-pictures.ts';

/** Files of a kit by path with `/`, relative to it. */
export type KitFiles = Map<string, Uint8Array>;

/**
 * What students get of exercises: lesson with pictures, manifest, the starter as the file to edit and as it was, and, if
 * wanted, the visible checks and pictures with whatever they import. Never hidden checks, wrong answers, solutions.
 */
export async function exerciseFiles(
  exercises: readonly Exercise[],
  { isVisible }: { readonly isVisible: boolean },
): Promise<KitFiles> {
  const files: KitFiles = new Map();
  for (const exercise of exercises) {
    const { id, files: names } = exercise.manifest;
    for (const name of names) {
      const starter = await readFile(join(exercise.starters, name));
      files.set(`exercises/${id}/${name}`, starter);
      files.set(`starters/${id}/${name}`, starter);
    }
    for (const name of await filesBelow(exercise.folder)) {
      const isOfLesson = name === 'README.md' || name === 'exercise.yaml' || name.startsWith('pictures/');
      if (isOfLesson) files.set(`exercises/${id}/${name}`, await readFile(join(exercise.folder, name)));
    }
    if (!isVisible) continue;
    for (const name of await visibleFiles(exercise)) {
      // What several exercises share lies in `../../datasets`.
      files.set(posix.join('graders', id, name), await readFile(join(exercise.graders, name)));
    }
  }
  return files;
}

/** Data sets with their cards, and the schemas that editors use. */
export async function libraryFiles({ root }: Kit): Promise<KitFiles> {
  const files: KitFiles = new Map();
  for (const [folder, prefix] of [
    [libraryFolder(), 'datasets'],
    [join(root, 'schemas'), 'schemas'],
  ] as const) {
    if (!existsSync(folder)) continue;
    for (const name of await filesBelow(folder)) {
      if (name.endsWith('.test.ts') || name.startsWith('examples/')) continue;
      files.set(`${prefix}/${name}`, await readFile(join(folder, name)));
    }
  }
  return files;
}

/** The visible checks, the pictures, and the files of the same folder that they import, directly or not. */
function visibleFiles({ graders }: Exercise): Promise<readonly string[]> {
  return importedFiles(graders, ['visible.grader.ts', PICTURE_FILE]);
}

/** Of files below a folder those that exist, and what they import, directly or not; relative to the folder. */
export async function importedFiles(root: string, names: readonly string[]): Promise<readonly string[]> {
  const entries = names.map((name) => join(root, name)).filter((path) => existsSync(path));
  if (entries.length === 0) return [];
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints: entries,
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: root,
    platform: 'node',
    format: 'esm',
    metafile: true,
    external: ['descent', 'descent/grading'],
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs).map((path) => relative(root, join(root, path)).replaceAll('\\', '/'));
}

/** Every file below a folder, relative to it; sorted. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    if ((await stat(join(folder, name))).isFile()) names.push(name.replaceAll('\\', '/'));
  }
  return names.sort();
}
