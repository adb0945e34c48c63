import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fromBuffer, type Entry, type Options, type ZipFile } from 'yauzl';
import { cleanText } from '../submission/clean-text.ts';
import { RefusedError, TREE_LIMITS, type SubmittedTree } from './submitted-tree.ts';

/** Unpacked size over packed size beyond which an entry is a bomb; source code reaches about 10. */
const LARGEST_RATIO = 200;
const MOST_ARCHIVES = 5;
const openArchive = promisify<Buffer, Options, ZipFile>(fromBuffer);

/**
 * Lists a zip that somebody handed in. It is unpacked in memory, one asked-for entry at a time; nothing of it is ever written to
 * disk.
 * @throws RefusedError when it is no zip, is damaged, too large, or has names that lead elsewhere
 */
export async function readArchive(path: string): Promise<SubmittedTree> {
  return listArchive(await readBounded(path));
}

/** The same for a zip in memory. */
export async function listArchive(bytes: Buffer): Promise<SubmittedTree> {
  if (bytes.length > TREE_LIMITS.archiveBytes) throw tooLarge();
  let archive: ZipFile;
  try {
    archive = await openArchive(bytes, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw new RefusedError(`is no zip that can be read (${messageOf(error)})`);
  }
  const entries = await listEntries(archive);
  return {
    paths: [...entries.keys()].sort(),
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new RefusedError('does not exist');
      return unpack(archive, entry);
    },
    modified: (name) => entries.get(name)?.getLastModDate(),
  };
}

/**
 * A tree with the zips at its top opened: who uploads files to a course often packs them first. Zips within zips stay closed.
 * @throws RefusedError when one of them cannot be read
 */
export async function unpackArchives(tree: SubmittedTree): Promise<SubmittedTree> {
  const names = tree.paths.filter((path) => /^[^/]+\.zip$/i.test(path));
  if (names.length === 0) return tree;
  if (names.length > MOST_ARCHIVES) throw new RefusedError(`holds more than ${MOST_ARCHIVES} zips`);
  const archives = new Map<string, SubmittedTree>();
  for (const name of names) archives.set(name, await listArchive(Buffer.from(await tree.read(name))));
  const find = (path: string): readonly [SubmittedTree, string] => {
    const top = path.split('/', 1)[0]!;
    const archive = archives.get(top);
    return archive === undefined ? [tree, path] : [archive, path.slice(top.length + 1)];
  };
  return {
    paths: [
      ...tree.paths.filter((path) => !archives.has(path)),
      ...[...archives].flatMap(([name, { paths }]) => paths.map((path) => `${name}/${path}`)),
    ].sort(),
    read(path) {
      const [owner, rest] = find(path);
      return owner.read(rest);
    },
    modified(path) {
      const [owner, rest] = find(path);
      return owner.modified(rest);
    },
  };
}

async function readBounded(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > TREE_LIMITS.archiveBytes) throw tooLarge();
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** The files by name. Folders have no entry of their own here. */
function listEntries(archive: ZipFile): Promise<Map<string, Entry>> {
  if (archive.entryCount > TREE_LIMITS.entries)
    throw new RefusedError(`has more than ${TREE_LIMITS.entries} files`);
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    archive.on('entry', (entry: Entry) => {
      const name = entry.fileName;
      if (entries.has(name)) {
        reject(new RefusedError(`holds "${name}" twice`));
        return;
      }
      const isIgnored = name.endsWith('/') || name.startsWith('__MACOSX/') || name.includes('node_modules/');
      if (!isIgnored) entries.set(name, entry);
      archive.readEntry();
    });
    // Names such as `../x`, absolute ones, backslashes and drive letters end here, too.
    archive.on('error', (error) => {
      reject(new RefusedError(`is no zip that can be read (${messageOf(error)})`));
    });
    archive.on('end', () => {
      resolve(entries);
    });
    archive.readEntry();
  });
}

async function unpack(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  const unixMode = entry.externalFileAttributes >>> 16;
  if ((unixMode & 0o170000) === 0o120000) throw new RefusedError('is a link');
  if (entry.isEncrypted()) throw new RefusedError('is encrypted');
  if (entry.uncompressedSize > TREE_LIMITS.fileBytes) throw fileTooLarge();
  if (entry.uncompressedSize > LARGEST_RATIO * Math.max(entry.compressedSize, 64)) {
    throw new RefusedError('is packed like a zip bomb');
  }
  const openEntry = promisify(archive.openReadStream.bind(archive)) as (
    entry: Entry,
  ) => Promise<AsyncIterable<Buffer>>;
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of await openEntry(entry)) {
      length += piece.length;
      // Whatever the entry says of its size.
      if (length > TREE_LIMITS.fileBytes) throw fileTooLarge();
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof RefusedError
      ? error
      : new RefusedError(`cannot be unpacked (${messageOf(error)})`);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function tooLarge(): RefusedError {
  return new RefusedError(`is larger than ${TREE_LIMITS.archiveBytes / 1024 / 1024} MB`);
}

function fileTooLarge(): RefusedError {
  return new RefusedError(`is larger than ${TREE_LIMITS.fileBytes / 1024 / 1024} MB unpacked`);
}

/** The first sentence of the library's own words. They may quote hostile names, so they are cut and cleaned. */
function messageOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return cleanText(words.split('. ', 1)[0]!, 100).replace(/\.$/, '');
}
