import { DataError } from './data-error.ts';

/** Most text engines hold no longer string; a CSV of that size belongs into a binary format anyway. */
const LARGEST_TEXT = 500_000_000;

/**
 * The text of a data file: UTF-8, with or without byte order mark.
 * @throws DataError naming the line of the first byte that is no UTF-8
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) {
    throw new DataError('the file is saved as UTF-16', {
      file,
      line: 1,
      fix: 'Save it again with the encoding UTF-8.',
    });
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    throw new DataError('this is not a text file: it holds zero bytes', {
      file,
      line: lineOf(bytes, zero),
      fix: 'Check that you named the right file.',
    });
  }
  if (bytes.length > LARGEST_TEXT) {
    throw new DataError(`the file has ${bytes.length} bytes; text is read up to ${LARGEST_TEXT}`, {
      file,
      fix: 'Cut it into smaller files.',
    });
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DataError('the text is not in UTF-8', {
      file,
      line: firstBadLine(bytes, decoder),
      fix: 'Save it again with the encoding UTF-8; older spreadsheets write Latin-1 or Windows-1252.',
    });
  }
}

function firstBadLine(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const lineFeed = bytes.indexOf(10, start);
    const end = lineFeed < 0 ? bytes.length : lineFeed;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      break; // this is the line that was looked for
    }
    start = end + 1;
    line++;
  }
  return line;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}
