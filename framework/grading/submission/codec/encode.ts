import { CodecError } from './codec-error.ts';
import type { Json } from './frame.ts';
import type { CodecLimits } from './limits.ts';
import { packNumbers } from './packed-numbers.ts';
import { TensorValue, toElements } from './tensor-value.ts';
import { typedArrayName, type TypedArray } from './typed-arrays.ts';
import { FORBIDDEN_KEYS, TAG, type ReferenceTag } from './value.ts';

/** What an encoder does with objects and functions that are no data. */
export interface EncodeOptions {
  readonly limits: CodecLimits;
  /**
   * Asked for every function and every object but plain records, lists, typed arrays and {@link TensorValue}s.
   * @returns the tensor that it is, a reference to it, or undefined when it cannot cross.
   */
  refer?(value: object): TensorValue | ReferenceTag | undefined;
}

/**
 * Turns a value into JSON for a head and bytes for the blobs. Reads each property once, so getters and proxies
 * run; what they throw is passed on.
 * @param blobs the frame's blobs so far; those of the value are added
 * @throws CodecError when the value is over a limit or cannot cross. Its message says what stood there: `a symbol, which is no data`.
 */
export function encodeValue(value: unknown, blobs: Uint8Array[], { limits, refer }: EncodeOptions): Json {
  let nodes = 0;

  const addBlob = (bytes: TypedArray): number =>
    blobs.push(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)) - 1;

  const checkText = (text: string): string => {
    if (text.length <= limits.stringLength) return text;
    throw new CodecError(`a text of ${text.length} characters, where ${limits.stringLength} are allowed`);
  };

  const encodeNumber = (number: number): Json =>
    Number.isFinite(number) && !Object.is(number, -0)
      ? number
      : { [TAG]: 'number', is: Object.is(number, -0) ? '-0' : String(number) };

  const encodeTensor = ({ dtype, shape, data }: TensorValue): Json => ({
    [TAG]: 'tensor',
    dtype,
    shape,
    blob: addBlob(toElements(dtype, data)),
  });

  const encodeList = (list: readonly unknown[], depth: number): Json => {
    const packed = packNumbers(list);
    if (packed !== undefined) return { [TAG]: 'numbers', shape: packed.shape, blob: addBlob(packed.values) };
    return Array.from(list, (item) => encode(item, depth + 1));
  };

  const encodeRecord = (record: object, depth: number): Json => {
    const entries = Object.keys(record).map((key): [string, Json] => {
      checkText(key);
      if (FORBIDDEN_KEYS.includes(key)) throw new CodecError(`a record with the key "${key}"`);
      const value = (record as Record<string, unknown>)[key];
      return [key.startsWith(TAG) ? TAG + key : key, encode(value, depth + 1)];
    });
    return Object.fromEntries(entries);
  };

  const encodeObject = (object: object, depth: number): Json => {
    if (object instanceof TensorValue) return encodeTensor(object);
    const arrayName = typedArrayName(object);
    if (arrayName !== undefined) {
      const array = object as TypedArray;
      return { [TAG]: 'array', type: arrayName, length: array.length, blob: addBlob(array) };
    }
    if (Array.isArray(object)) return encodeList(object, depth);
    if (isPlainRecord(object)) return encodeRecord(object, depth);
    const stand = refer?.(object);
    if (stand === undefined) throw new CodecError(`${describe(object)}, which is no data`);
    return stand instanceof TensorValue ? encodeTensor(stand) : stand;
  };

  const encode = (item: unknown, depth: number): Json => {
    if (++nodes > limits.nodes) throw new CodecError(`more than ${limits.nodes} values`);
    if (depth > limits.depth) throw new CodecError(`something nested deeper than ${limits.depth}`);
    switch (typeof item) {
      case 'undefined':
        return { [TAG]: 'undefined' };
      case 'boolean':
        return item;
      case 'string':
        return checkText(item);
      case 'number':
        return encodeNumber(item);
      case 'bigint':
        return { [TAG]: 'bigint', digits: checkText(item.toString()) };
      case 'symbol':
        throw new CodecError('a symbol, which is no data');
      case 'object':
      case 'function':
        return item === null ? null : encodeObject(item, depth);
    }
  };

  return encode(value, 0);
}

function isPlainRecord(value: object): boolean {
  if (typeof value === 'function') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: object): string {
  return typeof value === 'function' ? 'a function' : 'an object';
}
