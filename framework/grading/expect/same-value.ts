import { TensorValue } from '../submission/codec/tensor-value.ts';

const DEEPEST = 32;

/**
 * Whether two values are the same data: numbers as `Object.is` sees them, lists and typed arrays item by item, objects by their
 * own entries, tensors by dtype, shape and elements.
 */
export function isSameValue(one: unknown, other: unknown, depth = 0): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (depth > DEEPEST) return false;
  if (one instanceof TensorValue || other instanceof TensorValue) {
    return (
      one instanceof TensorValue &&
      other instanceof TensorValue &&
      one.dtype === other.dtype &&
      isSameList(one.shape, other.shape, depth) &&
      isSameList(one.data, other.data, depth)
    );
  }
  if (isList(one) || isList(other)) return isList(one) && isList(other) && isSameList(one, other, depth);
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) &&
        isSameValue(
          (one as Record<string, unknown>)[key],
          (other as Record<string, unknown>)[key],
          depth + 1,
        ),
    )
  );
}

function isSameList(one: ArrayLike<unknown>, other: ArrayLike<unknown>, depth: number): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) {
    if (!isSameValue(one[index], other[index], depth + 1)) return false;
  }
  return true;
}

function isList(value: object): value is ArrayLike<unknown> & object {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
