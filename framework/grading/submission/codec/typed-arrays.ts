/** The typed arrays that cross the pipe, by the name that stands in a frame. */
export const TYPED_ARRAYS = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const;

/** The name of a typed array that crosses the pipe. */
export type TypedArrayName = keyof typeof TYPED_ARRAYS;
/** A typed array that crosses the pipe. */
export type TypedArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

const NAMES = Object.keys(TYPED_ARRAYS) as TypedArrayName[];

/** Whether a name, from a frame, is that of a typed array. */
export function isTypedArrayName(name: unknown): name is TypedArrayName {
  return NAMES.some((known) => known === name);
}

/** The name of a typed array; a subclass (Node's `Buffer`) counts as its base. Undefined for anything else. */
export function typedArrayName(value: object): TypedArrayName | undefined {
  return NAMES.find((name) => value instanceof TYPED_ARRAYS[name]);
}
