import { Value } from '@sinclair/typebox/value';
import { RELEASE_FILE, releaseLockSchema } from '../release/release-lock.ts';
import { RefusedError, type SubmittedTree } from './submitted-tree.ts';

/** What is graded now. */
export interface PresentExercise {
  readonly id: string;
  readonly version: number;
  /** SHA-256 over its checks. */
  readonly checks: string;
}

/**
 * Says when a submission was made with a kit that had another version of the exercise: its points may then differ from what
 * its author saw. A kit says so in `release.json`, which comes along when the whole kit is handed in; it is the
 * submission's word, and decides about nothing.
 * @param folder where the exercise lies in the tree, with `/` at the end
 * @returns the other version in words, such as `version 1 of the exercise; it is now version 2`; undefined for the present one, and
 *   where nothing is known
 */
export async function madeWithOther(
  tree: SubmittedTree,
  folder: string,
  present: PresentExercise,
): Promise<string | undefined> {
  // The kit's folder is two above: exercises/NN-id/.
  const kit = /^(?<kit>(?:.*\/)?)exercises\/[^/]+\/$/.exec(folder)?.groups?.kit;
  if (kit === undefined || !tree.paths.includes(kit + RELEASE_FILE)) return undefined;
  const lock = await readLock(tree, kit + RELEASE_FILE);
  if (!Value.Check(releaseLockSchema, lock)) return undefined;
  const made = lock.exercises.find(({ id }) => id === present.id);
  if (made === undefined) return undefined;
  if (made.version !== present.version)
    return `version ${made.version} of the exercise; it is now version ${present.version}`;
  return made.checks === present.checks
    ? undefined
    : `version ${made.version} of the exercise; its checks have changed since`;
}

async function readLock(tree: SubmittedTree, path: string): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await tree.read(path))) as unknown;
  } catch (error) {
    // A link, a huge file, no JSON: then it is not known what the submission was made with.
    if (error instanceof RefusedError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
