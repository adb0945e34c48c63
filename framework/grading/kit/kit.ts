import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ProblemsError } from '../../document/problem.ts';
import { readText } from '../../document/read-text.ts';
import { suggest } from '../../document/suggest.ts';
import { parseExerciseFile, type ExerciseManifest } from './exercise-file.ts';

/** A folder with exercises: this repository, or the kit that students get. */
export interface Kit {
  readonly root: string;
  /** The names of the exercises' folders, in teaching order. */
  readonly ids: readonly string[];
}

/** An exercise of a kit, with the folders that belong to it. Those that a student's kit lacks do not exist there. */
export interface Exercise {
  readonly manifest: ExerciseManifest;
  /** Lesson and the files that the student edits. */
  readonly folder: string;
  /** The files as they were in the beginning. */
  readonly starters: string;
  readonly solution: string;
  readonly graders: string;
}

const FOLDER = /^\d\d-[a-z0-9-]+$/;

/**
 * Finds the kit around a folder, looking upwards.
 * @throws ProblemsError when there is none
 */
export async function findKit(from: string = process.cwd()): Promise<Kit> {
  let root = resolve(from);
  while (!existsSync(join(root, 'exercises'))) {
    const parent = dirname(root);
    if (parent === root) {
      throw new ProblemsError([
        {
          file: from,
          message: 'there is no folder "exercises" here nor above',
          fix: 'Go to the folder of the kit, the one with package.json.',
        },
      ]);
    }
    root = parent;
  }
  const entries = await readdir(join(root, 'exercises'), { withFileTypes: true });
  const ids = entries
    .filter((entry) => entry.isDirectory() && FOLDER.test(entry.name))
    .map(({ name }) => name);
  return { root, ids: ids.sort() };
}

/** Opens an exercise by the name of its folder. @throws ProblemsError when its exercise.yaml is missing or wrong */
export async function openExercise({ root }: Kit, id: string): Promise<Exercise> {
  const folder = join(root, 'exercises', id);
  const source = await readText(join(folder, 'exercise.yaml'), `exercises/${id}/exercise.yaml`);
  return {
    manifest: parseExerciseFile(source, id),
    folder,
    starters: join(root, 'starters', id),
    solution: join(root, 'solutions', id),
    graders: join(root, 'graders', id),
  };
}

/** Opens every exercise, in order. */
export async function openExercises(kit: Kit): Promise<readonly Exercise[]> {
  return Promise.all(kit.ids.map((id) => openExercise(kit, id)));
}

/**
 * Finds exercises as people name them: `2`, `02`, `02-line-gd`, `line-gd`, `exercises/02-line-gd/exercise.ts` or a part of the title.
 * @throws ProblemsError for a name that fits none, or several
 */
export function chooseExercises(
  exercises: readonly Exercise[],
  names: readonly string[],
): readonly Exercise[] {
  const chosen = names.map((name) => choose(exercises, name));
  return exercises.filter((exercise) => chosen.includes(exercise));
}

function choose(exercises: readonly Exercise[], name: string): Exercise {
  const wanted = name.trim().toLowerCase();
  const number = /^\d+$/.test(wanted) ? `${wanted.padStart(2, '0')}-` : undefined;
  const parts = wanted.split(/[\\/]/);
  const exact = exercises.find(
    ({ manifest: { id, title } }) =>
      (number !== undefined && id.startsWith(number)) ||
      parts.includes(id) ||
      id.slice(3) === wanted ||
      title.toLowerCase() === wanted,
  );
  if (exact !== undefined) return exact;
  const similar =
    number === undefined && wanted !== ''
      ? exercises.filter(
          ({ manifest: { id, title } }) => id.includes(wanted) || title.toLowerCase().includes(wanted),
        )
      : [];
  if (similar.length === 1) return similar[0]!;
  const names = exercises.map(({ manifest }) => manifest.id);
  const guess = suggest(wanted, [...names, ...names.map((id) => id.slice(3))]);
  const fix =
    similar.length > 1
      ? `It may be ${similar.map(({ manifest }) => manifest.id).join(' or ')}: name one.`
      : guess === undefined
        ? `The exercises are ${names.join(', ')}.`
        : `Did you mean "${guess}"?`;
  throw new ProblemsError([{ file: 'command line', message: `there is no exercise "${name}"`, fix }]);
}
