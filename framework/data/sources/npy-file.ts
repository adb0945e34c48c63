import { DataError } from '../data-error.ts';
import type { NumberArray } from './array-column.ts';

/** How values of a NumPy type are read from a view. */
interface NumberType {
  readonly bytes: number;
  read(view: DataView, offset: number, little: boolean): number;
}

const NUMBER_TYPES: Readonly<Record<string, NumberType>> = {
  b1: { bytes: 1, read: (view, at) => Number(view.getUint8(at) !== 0) },
  u1: { bytes: 1, read: (view, at) => view.getUint8(at) },
  i1: { bytes: 1, read: (view, at) => view.getInt8(at) },
  u2: { bytes: 2, read: (view, at, little) => view.getUint16(at, little) },
  i2: { bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  u4: { bytes: 4, read: (view, at, little) => view.getUint32(at, little) },
  i4: { bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  u8: { bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  i8: { bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  f2: { bytes: 2, read: (view, at, little) => halfFloat(view.getUint16(at, little)) },
  f4: { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
};

/**
 * Reads an array as `numpy.save` writes it: versions 1 to 3, numbers and booleans of either byte order, in C or
 * Fortran order; the result is in C order (last axis fastest).
 * Source: NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays".
 * @throws DataError when it is something else, is cut off, or holds integers beyond 2⁵³
 */
export function parseNpy(file: string, bytes: Uint8Array): NumberArray {
  const refuse = (problem: string, fix = 'Check that you named the right file.') =>
    new DataError(problem, { file, fix });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isNpy = bytes.length >= 10 && view.getUint32(0) === 0x934e554d && view.getUint16(4) === 0x5059;
  if (!isNpy) throw refuse('this is no npy file: it does not begin with \\x93NUMPY');
  const version = bytes[6]!;
  if (version < 1 || version > 3) throw refuse(`the format has version ${version}; 1, 2 and 3 are read`);
  const start = version === 1 ? 10 : 12;
  if (bytes.length < start) throw refuse('the file ends within its header', CUT_OFF);
  const headerLength = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (bytes.length - start < headerLength) throw refuse('the file ends within its header', CUT_OFF);
  const header = new TextDecoder().decode(bytes.subarray(start, start + headerLength));
  const { descr, fortranOrder, shape } = parseHeader(header, refuse);

  const type = NUMBER_TYPES[descr.slice(1)];
  if (!type) {
    throw refuse(
      `the values are of NumPy type ${descr}; numbers and booleans are read`,
      'Save them as numbers: numpy.save(file, array.astype("float32")).',
    );
  }
  const little = !descr.startsWith('>');
  // Hostile lengths overflow a double's integers only upwards, so the comparison stays right.
  const count = shape.reduce((product, length) => product * length, 1);
  const rest = bytes.length - start - headerLength;
  if (rest !== count * type.bytes) {
    throw refuse(
      `the header says ${shape.join(' × ') || 1} values of ${type.bytes} bytes, so ${count * type.bytes}, but ${rest} bytes follow`,
      CUT_OFF,
    );
  }
  if (descr.slice(1) === 'u1' && !(fortranOrder && shape.length > 1)) {
    return { shape, values: new Uint8Array(bytes.buffer, bytes.byteOffset + start + headerLength, count) };
  }
  const values = type.bytes === 8 || /[ui]4/.test(descr) ? new Float64Array(count) : new Float32Array(count);
  const isInteger = /[ui]8/.test(descr);
  const places = fortranOrder ? placesOfFortran(shape) : undefined;
  for (let index = 0; index < count; index++) {
    const value = type.read(view, start + headerLength + index * type.bytes, little);
    if (isInteger && !Number.isSafeInteger(value)) {
      throw refuse(
        `the integer ${value} is beyond 2^53, where numbers lose digits`,
        'Save the array as floats, or use smaller numbers.',
      );
    }
    values[places ? places(index) : index] = value;
  }
  return { shape, values };
}

const CUT_OFF = 'The file is cut off or damaged: get it again.';

function parseHeader(
  header: string,
  refuse: (problem: string, fix?: string) => DataError,
): { descr: string; fortranOrder: boolean; shape: readonly number[] } {
  const descr = /'descr'\s*:\s*(?:'([^']*)'|(\[))/.exec(header);
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(header);
  const shape = /'shape'\s*:\s*\(([\d\s,L]*)\)/.exec(header);
  if (!descr || !order || !shape) {
    throw refuse('the header does not say descr, fortran_order and shape', CUT_OFF);
  }
  if (descr[2] !== undefined) {
    throw refuse('the array has named fields (a structured type)', 'Save each field as an array of its own.');
  }
  const lengths = shape[1]!
    .split(',')
    .map((text) => text.trim().replace(/L$/, ''))
    .filter((text) => text !== '');
  if (lengths.some((length) => !/^\d{1,15}$/.test(length)))
    throw refuse(`the shape (${shape[1]!}) is no list of lengths`, CUT_OFF);
  return { descr: descr[1]!, fortranOrder: order[1] === 'True', shape: lengths.map(Number) };
}

/** Where in C order the values of Fortran order (first axis fastest) belong. */
function placesOfFortran(shape: readonly number[]): (index: number) => number {
  const strides = shape.map((_, axis) =>
    shape.slice(axis + 1).reduce((product, length) => product * length, 1),
  );
  return (index) => {
    let rest = index;
    let place = 0;
    shape.forEach((length, axis) => {
      place += (rest % length) * strides[axis]!;
      rest = Math.floor(rest / length);
    });
    return place;
  };
}

/** A 16-bit float (IEEE 754 binary16). */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}
