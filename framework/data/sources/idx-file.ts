import { gunzipSync } from 'node:zlib';
import { DataError } from '../data-error.ts';

/** The content of an IDX file of unsigned bytes. */
export interface IdxArray {
  /** The first axis counts rows. */
  readonly shape: readonly number[];
  /** A view of the file's bytes where it was not compressed. */
  readonly values: Uint8Array;
}

/**
 * Reads the IDX format of the MNIST files: two zero bytes, the type (8 for unsigned bytes), the number of axes, the
 * length of each as a big-endian integer, then the values. A gzip file is unpacked.
 * Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".
 * @throws DataError when it is something else, or has another length than it says
 */
export function parseIdx(file: string, stored: Uint8Array): IdxArray {
  const bytes = unpack(file, stored);
  const refuse = (problem: string, fix = 'Check that you named the right file.') =>
    new DataError(problem, { file, fix });
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0) {
    throw refuse('this is no IDX file: it does not begin with two zero bytes, a type and a number of axes');
  }
  if (bytes[2] !== 8) {
    throw refuse(`the values are of IDX type ${bytes[2]}; only unsigned bytes (type 8) are read`);
  }
  const axes = bytes[3]!;
  const start = 4 + 4 * axes;
  if (axes < 1 || bytes.length < start) throw refuse(`the header says ${axes} axes, but the file ends there`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  // Hostile lengths overflow a double's integers only upwards, so the comparison stays right.
  const expected = shape.reduce((product, length) => product * length, 1);
  if (bytes.length - start !== expected) {
    throw refuse(
      `the header says ${shape.join(' × ')} = ${expected} values, but ${bytes.length - start} follow`,
      'The file is cut off or damaged: get it again.',
    );
  }
  return { shape, values: new Uint8Array(bytes.buffer, bytes.byteOffset + start, expected) };
}

function unpack(file: string, bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: 2 ** 31 - 1 });
  } catch (error) {
    throw new DataError(`the gzip file cannot be unpacked: ${(error as Error).message}`, {
      file,
      fix: 'The file is cut off or damaged: get it again.',
    });
  }
}
