import { readdir, open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { ProblemsError, type Problem } from './problem.ts';
import { placeAt, type SourceText } from './source-text.ts';
import { didYouMean } from './suggest.ts';

/** Larger files are refused: nobody writes a megabyte of settings by hand; data belongs into a data file. */
export const MAXIMUM_BYTES = 1024 * 1024;

/**
 * Reads a text file that a user wrote. A byte order mark is dropped; line ends stay as they are.
 * @param path where it lies
 * @param name what messages call it, by default the path
 * @throws ProblemsError when it is missing, a folder, too large, or not text in UTF-8
 */
export async function readText(path: string, name: string = path): Promise<SourceText> {
  const bytes = await readStart(path, name);
  if (bytes.length > MAXIMUM_BYTES) {
    throw refuse(name, {
      message: 'the file is too large',
      expected: 'at most 1 MiB of text',
      fix: 'Keep data in a data file and name it under data.source.',
    });
  }
  return { file: name, text: decode(bytes, name) };
}

async function readStart(path: string, name: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const buffer = new Uint8Array(MAXIMUM_BYTES + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw await asProblem(error, path, name);
  }
}

async function asProblem(error: unknown, path: string, name: string): Promise<unknown> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const fix = didYouMean(basename(path), await neighbours(dirname(path)));
    return refuse(name, { message: 'there is no such file', fix: fix ?? 'Check the name and the folder.' });
  }
  if (code === 'EISDIR') {
    return refuse(name, { message: 'this is a folder, not a file', fix: 'Name a file in it.' });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return refuse(name, {
      message: 'the file may not be read',
      fix: 'Ask for the permission to read it, or copy it to a folder of your own.',
    });
  }
  return error;
}

/** The names in a folder; none when the folder is missing too, as then there is nothing to suggest. */
async function neighbours(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function decode(bytes: Uint8Array, name: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) {
    throw refuse(name, {
      message: 'the file is saved as UTF-16',
      expected: 'text in UTF-8',
      fix: 'Save it again with the encoding UTF-8; PowerShell writes UTF-16 with ">".',
    });
  }
  if (bytes.includes(0)) {
    throw refuse(name, {
      message: 'this is not a text file',
      expected: 'text in UTF-8',
      fix: 'Check that you named the right file.',
    });
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const damage = text.indexOf('\uFFFD');
  // A text may hold this character on purpose; then it is encoded as such.
  if (damage < 0 || Buffer.from(text).equals(withoutByteOrderMark(bytes))) return text;
  throw refuse(name, {
    place: placeAt({ file: name, text }, damage, damage + 1),
    message: 'this character is not encoded in UTF-8',
    expected: 'text in UTF-8',
    fix: 'Save the file again with the encoding UTF-8.',
  });
}

function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? bytes.subarray(3) : bytes;
}

function refuse(file: string, problem: Omit<Problem, 'file'>): ProblemsError {
  return new ProblemsError([{ file, ...problem }]);
}
