import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { didYouMean } from '../document/suggest.ts';
import { DataError } from './data-error.ts';
import type { DataFile } from './source.ts';

/** The bytes of a file that went into a run, with its checksum. */
export interface LoadedFile extends DataFile {
  readonly bytes: Uint8Array;
}

/** What a data card says of a file. */
export interface ExpectedFile {
  readonly sha256: string;
  /** What to do when the file is missing or differs, a sentence. */
  readonly fix: string;
}

/** A data file, and what is known of it before it is read. */
export interface FileLocation {
  /** Relative to `directory`, as the user named it; messages call it so. */
  readonly path: string;
  readonly directory: string;
  readonly expected?: ExpectedFile;
}

/**
 * Reads a data file and takes its SHA-256.
 * @throws DataError when it is missing, a folder, not permitted, too large, or differs from the expected one
 */
export async function loadFile({ path, directory, expected }: FileLocation): Promise<LoadedFile> {
  const absolute = resolve(directory, path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(absolute);
  } catch (error) {
    throw await explain(error, path, absolute, expected);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  compare(sha256, path, expected);
  return { path, sha256, bytes };
}

/**
 * The SHA-256 of a file that is too large to hold in memory.
 * @throws DataError as `loadFile`
 */
export async function hashFile({ path, directory, expected }: FileLocation): Promise<string> {
  const absolute = resolve(directory, path);
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(absolute), hash);
  } catch (error) {
    throw await explain(error, path, absolute, expected);
  }
  const sha256 = hash.digest('hex');
  compare(sha256, path, expected);
  return sha256;
}

function compare(sha256: string, path: string, expected: ExpectedFile | undefined): void {
  if (!expected || sha256 === expected.sha256) return;
  throw new DataError(
    `the file is damaged or was changed: its SHA-256 is ${sha256}, expected ${expected.sha256}`,
    { file: path, fix: expected.fix },
  );
}

async function explain(
  error: unknown,
  path: string,
  absolute: string,
  expected: ExpectedFile | undefined,
): Promise<unknown> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const suggestion = didYouMean(basename(absolute), await namesIn(dirname(absolute)));
      const fix =
        expected?.fix ?? suggestion ?? 'Check the path; it is relative to the folder of the experiment file.';
      return new DataError('there is no such file', { file: path, fix });
    }
    case 'EISDIR': {
      const files = (await namesIn(absolute)).slice(0, 3);
      const fix =
        files.length > 0 ? `Name a file in it, such as ${files.join(' or ')}.` : 'Name a file; it is empty.';
      return new DataError('this is a folder, not a file', { file: path, fix });
    }
    case 'EACCES':
    case 'EPERM':
      return new DataError('you have no permission to read the file', {
        file: path,
        fix: 'Change its permissions, or copy it to a folder of your own.',
      });
    case 'ERR_FS_FILE_TOO_LARGE':
      return new DataError('the file is larger than 2 GiB', {
        file: path,
        fix: 'Cut it into smaller files.',
      });
    default:
      return error;
  }
}

/** File names in a folder, sorted; none where the folder itself is missing, as nothing can be suggested then. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).then(
    (names) => names.sort(),
    () => [],
  );
}
