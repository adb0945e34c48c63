import { CodecError } from './codec-error.ts';
import type { CodecLimits } from './limits.ts';
import { unpackNumbers } from './packed-numbers.ts';
import { sizeOf, TENSOR_TYPES, TensorValue, type TensorElements, type TensorType } from './tensor-value.ts';
import { isTypedArrayName, TYPED_ARRAYS, type TypedArray } from './typed-arrays.ts';
import { FORBIDDEN_KEYS, TAG } from './value.ts';

/** What a decoder makes of tensors and references. */
export interface DecodeOptions {
  readonly limits: CodecLimits;
  /** Prototype of decoded records: none by default, so that no name leads anywhere but into the data. */
  readonly recordPrototype?: object;
  /** What becomes of a tensor; by default it stays a {@link TensorValue}. Its elements are a view of the frame. */
  tensor?(value: TensorValue): unknown;
  /** The kinds of reference that may come, each with what it stands for; it checks the fields itself. */
  readonly references?: Readonly<Record<string, (fields: Readonly<Record<string, unknown>>) => unknown>>;
}

const MOST_AXES = 8;
const SPECIAL_NUMBERS: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/**
 * Turns JSON of a head and its blobs into a value, believing nothing: records have no prototype, keys are
 * checked, every size is compared with the bytes that are there, every blob is used exactly once.
 * @throws CodecError when the JSON is no encoded value or is over a limit.
 */
export function decodeValue(node: unknown, blobs: readonly Uint8Array[], options: DecodeOptions): unknown {
  const { limits, references = {} } = options;
  const unused = new Set(blobs.keys());
  let nodes = 0;

  const takeBlob = (index: unknown): Uint8Array => {
    if (typeof index !== 'number' || !unused.delete(index))
      throw new CodecError('sent a value without its blob');
    return blobs[index]!;
  };

  const checkText = (text: string): string => {
    if (text.length > limits.stringLength) throw new CodecError('sent a text that is too long');
    return text;
  };

  const decodeNumbers = (fields: Record<string, unknown>): unknown[] => {
    const shape = checkShape(fields.shape);
    const bytes = takeBlob(fields.blob);
    if (shape.length === 0 || sizeOf(shape) === 0 || sizeOf(shape) * 8 !== bytes.length) {
      throw new CodecError('sent numbers that do not fill their shape');
    }
    if (sizeOf(shape.slice(0, -1)) > limits.rows) throw new CodecError('sent numbers in too many rows');
    return unpackNumbers({ shape, values: viewOf('Float64Array', bytes) as Float64Array });
  };

  const decodeTensor = (fields: Record<string, unknown>): unknown => {
    const dtype = TENSOR_TYPES.find((type) => type === fields.dtype);
    if (dtype === undefined) throw new CodecError('sent a tensor of unknown dtype');
    const shape = checkShape(fields.shape);
    const data = viewOf(ELEMENT_ARRAYS[dtype], takeBlob(fields.blob)) as TensorElements;
    if (data.length !== sizeOf(shape)) throw new CodecError('sent a tensor that does not fill its shape');
    if (dtype === 'bool' && data.some((element) => element > 1)) {
      throw new CodecError('sent a bool tensor with elements besides 0 and 1');
    }
    const tensor = new TensorValue(dtype, shape, data);
    return options.tensor === undefined ? tensor : options.tensor(tensor);
  };

  const decodeArray = (fields: Record<string, unknown>): TypedArray => {
    if (!isTypedArrayName(fields.type)) throw new CodecError('sent a typed array of unknown type');
    const array = viewOf(fields.type, takeBlob(fields.blob));
    if (array.length !== fields.length)
      throw new CodecError('sent a typed array of another length than it says');
    // A copy, so that writing into it changes nothing that is decoded again.
    return array.slice();
  };

  const decodeTagged = (fields: Record<string, unknown>): unknown => {
    switch (fields[TAG]) {
      case 'undefined':
        return undefined;
      case 'number':
        if (typeof fields.is === 'string' && Object.hasOwn(SPECIAL_NUMBERS, fields.is)) {
          return SPECIAL_NUMBERS[fields.is];
        }
        throw new CodecError('sent an unknown number');
      case 'bigint':
        if (typeof fields.digits === 'string' && /^-?\d+$/.test(checkText(fields.digits))) {
          return BigInt(fields.digits);
        }
        throw new CodecError('sent a bigint without digits');
      case 'numbers':
        return decodeNumbers(fields);
      case 'tensor':
        return decodeTensor(fields);
      case 'array':
        return decodeArray(fields);
    }
    const kind = fields[TAG];
    if (typeof kind === 'string' && Object.hasOwn(references, kind)) return references[kind]!(fields);
    throw new CodecError('sent a value of unknown kind');
  };

  const decodeRecord = (record: Record<string, unknown>, depth: number): unknown => {
    if (Object.hasOwn(record, TAG)) return decodeTagged(record);
    const result = Object.create(options.recordPrototype ?? null) as Record<string, unknown>;
    for (const key of Object.keys(record)) {
      if (key.startsWith(TAG) && !key.startsWith(TAG + TAG)) throw new CodecError('sent a key with a lone $');
      const name = key.startsWith(TAG) ? key.slice(1) : key;
      checkText(name);
      if (FORBIDDEN_KEYS.includes(name)) throw new CodecError(`sent a record with the key "${name}"`);
      result[name] = decode(record[key], depth + 1);
    }
    return result;
  };

  const decode = (item: unknown, depth: number): unknown => {
    if (++nodes > limits.nodes) throw new CodecError(`sent more than ${limits.nodes} values`);
    if (depth > limits.depth) throw new CodecError(`sent something nested deeper than ${limits.depth}`);
    if (item === null || typeof item === 'boolean') return item;
    if (typeof item === 'string') return checkText(item);
    if (typeof item === 'number') {
      // JSON's `1e999` parses to Infinity, which an encoder tags.
      if (Number.isFinite(item)) return item;
      throw new CodecError('sent a number without its tag');
    }
    if (Array.isArray(item)) return item.map((part) => decode(part, depth + 1));
    if (typeof item === 'object') return decodeRecord(item as Record<string, unknown>, depth);
    throw new CodecError('sent no value');
  };

  const value = decode(node, 0);
  if (unused.size > 0) throw new CodecError('sent blobs that belong to no value');
  return value;
}

const ELEMENT_ARRAYS = {
  float32: 'Float32Array',
  int32: 'Int32Array',
  bool: 'Uint8Array',
} as const satisfies Record<TensorType, keyof typeof TYPED_ARRAYS>;

function viewOf(type: keyof typeof TYPED_ARRAYS, bytes: Uint8Array): TypedArray {
  const { BYTES_PER_ELEMENT: width } = TYPED_ARRAYS[type];
  if (bytes.byteLength % width !== 0) throw new CodecError('sent a blob that does not fit its type');
  return new TYPED_ARRAYS[type](bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength / width);
}

function checkShape(shape: unknown): number[] {
  if (!Array.isArray(shape) || shape.length > MOST_AXES) throw new CodecError('sent no shape');
  return shape.map((length: unknown) => {
    // Below 2 ** 31, so that products stay exact until they are compared with the bytes that are there.
    if (typeof length === 'number' && Number.isInteger(length) && length >= 0 && length < 2 ** 31)
      return length;
    throw new CodecError('sent a shape that is none');
  });
}
