import { cleanText } from '../submission/clean-text.ts';
import { RefusedError, type SubmittedTree } from './submitted-tree.ts';

/** What somebody handed in for one exercise. */
export type SubmittedExercise =
  | {
      readonly state: 'found';
      /** Texts by name, the entry first. */
      readonly files: Readonly<Record<string, string>>;
      /** Where they lie, with `/` at the end; empty for the top. */
      readonly folder: string;
      /** The latest change of one of them, as far as it is known. */
      readonly modified?: Date;
    }
  | { readonly state: 'missing' }
  /** There is something, but it is not read; the reason is a sentence for the student. */
  | { readonly state: 'refused'; readonly reason: string };

/** What is looked for. */
export interface WantedExercise {
  readonly id: string;
  /** Names of its files, the entry first. */
  readonly files: readonly string[];
}

const LONGEST_PATH = 120;

/**
 * Finds the files of an exercise in what somebody handed in: in a folder named as the exercise, wherever it lies, or, when
 * only this exercise was to be handed in, at the top or in the only folder there is. Other files are left alone.
 * @param isOnly whether the tree was handed in for this exercise alone
 */
export async function findExercise(
  tree: SubmittedTree,
  { id, files }: WantedExercise,
  isOnly: boolean,
): Promise<SubmittedExercise> {
  const folders = foldersOf(tree, id, files[0]!, isOnly);
  if (folders.length === 0) return { state: 'missing' };
  if (folders.length > 1) {
    const places = folders.slice(0, 3).map((folder) => show(folder + files[0]!));
    return { state: 'refused', reason: `There are several files for ${id}: ${places.join(', ')}.` };
  }
  const texts: Record<string, string> = {};
  let modified: Date | undefined;
  for (const name of files) {
    const path = folders[0]! + name;
    if (!tree.paths.includes(path)) return { state: 'refused', reason: `${show(path)} is missing.` };
    try {
      texts[name] = decode(await tree.read(path));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return { state: 'refused', reason: `${show(path)} ${error.message}.` };
    }
    const changed = tree.modified(path);
    if (changed !== undefined && (modified === undefined || changed > modified)) modified = changed;
  }
  return {
    state: 'found',
    files: texts,
    folder: folders[0]!,
    ...(modified === undefined ? {} : { modified }),
  };
}

/** The folders, each ending with `/` or empty for the top, in which the exercise seems to lie. */
function foldersOf(tree: SubmittedTree, id: string, entry: string, isOnly: boolean): string[] {
  const holding = tree.paths
    .filter((path) => path === entry || path.endsWith(`/${entry}`))
    .map((path) => path.slice(0, path.length - entry.length));
  // Copies of the kit hold the starters and, by accident, ours.
  const own = holding.filter((folder) => !/(^|\/)(starters|solutions|graders)\//.test(folder));
  const named = own.filter((folder) => folder === `${id}/` || folder.endsWith(`/${id}/`));
  if (named.length > 0 || !isOnly) return named;
  const shallowest = Math.min(...own.map(depthOf));
  return own.filter((folder) => depthOf(folder) === shallowest);
}

function depthOf(folder: string): number {
  return folder.split('/').length;
}

/** Text as editors write it: a byte order mark and Windows' line ends change nothing. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    throw new RefusedError('is no text in UTF-8');
  }
}

/** A path in a message: names come from whoever handed it in. */
function show(path: string): string {
  return cleanText(path, LONGEST_PATH).replaceAll('\n', ' ');
}
