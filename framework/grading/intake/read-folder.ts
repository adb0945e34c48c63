import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RefusedError, TREE_LIMITS, type SubmittedTree } from './submitted-tree.ts';

/** Folders that no exercise needs and that may be large. */
const IGNORED = new Set(['node_modules', '.git', '__MACOSX']);
/** A link is not followed, and a pipe not waited for. Windows has neither flag, which counts as 0. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Lists a folder that somebody handed in. Links are listed and never followed, neither those to folders nor to files.
 * @throws RefusedError when it is no folder itself, or holds too much
 */
export async function readFolder(root: string): Promise<SubmittedTree> {
  if (!(await lstat(root)).isDirectory()) throw new RefusedError('is not a folder');
  const files = new Map<string, Date>();
  let entries = 0;

  const walk = async (folder: string, prefix: string, depth: number): Promise<void> => {
    if (depth > TREE_LIMITS.depth)
      throw new RefusedError(`has more than ${TREE_LIMITS.depth} folders in one another`);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (IGNORED.has(entry.name)) continue;
      if (++entries > TREE_LIMITS.entries)
        throw new RefusedError(`has more than ${TREE_LIMITS.entries} files`);
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await walk(path, `${prefix}${entry.name}/`, depth + 1);
      else files.set(prefix + entry.name, (await lstat(path)).mtime);
    }
  };
  await walk(root, '', 0);

  return {
    paths: [...files.keys()].sort(),
    read: (path) => readPlainFile(root, path),
    modified: (path) => files.get(path),
  };
}

/**
 * Files of a folder under other names: exports that put the files of all students into one folder mark them by their names.
 * @param names the names in the folder, by the paths that the tree shows
 */
export async function renameFiles(root: string, names: ReadonlyMap<string, string>): Promise<SubmittedTree> {
  const times = new Map<string, Date>();
  for (const [path, name] of names) times.set(path, (await lstat(join(root, name))).mtime);
  return {
    paths: [...names.keys()].sort(),
    read: (path) => {
      const name = names.get(path);
      if (name === undefined) return Promise.reject(new RefusedError('does not exist'));
      return readPlainFile(root, name);
    },
    modified: (path) => times.get(path),
  };
}

/**
 * Reads a file below a folder that somebody else could have written to.
 * @throws RefusedError unless it is a regular file of its own (no link, pipe or device) and not too large
 */
async function readPlainFile(root: string, path: string): Promise<Uint8Array> {
  let folder = root;
  for (const part of path.split('/').slice(0, -1)) {
    folder = join(folder, part);
    // A folder may have become a link since it was listed.
    if (!(await lstat(folder)).isDirectory()) throw new RefusedError('lies behind a link');
  }
  const full = join(root, ...path.split('/'));
  // Windows opens links whatever the flags say.
  if ((await lstat(full)).isSymbolicLink()) throw new RefusedError('is a link');
  const file = await openFile(full);
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new RefusedError('is no regular file');
    if (found.nlink > 1) throw new RefusedError('is a hard link to another file');
    const limit = path.toLowerCase().endsWith('.zip') ? TREE_LIMITS.archiveBytes : TREE_LIMITS.fileBytes;
    const tooLarge = `is larger than ${limit / 1024 / 1024} MB`;
    if (found.size > limit) throw new RefusedError(tooLarge);
    // It may still grow while it is read: one byte more than it has tells.
    const bytes = Buffer.alloc(found.size + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length);
      length += bytesRead;
      if (length > found.size) throw new RefusedError(tooLarge);
      if (bytesRead === 0) return new Uint8Array(bytes.subarray(0, length));
    }
  } finally {
    await file.close();
  }
}

async function openFile(path: string) {
  try {
    return await open(path, FLAGS);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP' || code === 'EMLINK') throw new RefusedError('is a link');
    // A pipe or socket without another end.
    if (code === 'ENXIO') throw new RefusedError('is no regular file');
    if (code === 'EACCES' || code === 'EPERM') throw new RefusedError('may not be read');
    throw error;
  }
}
