/** The element types that cross the pipe. */
export const TENSOR_TYPES = ['float32', 'int32', 'bool'] as const;
/** Element type of a tensor; `bool` has one byte per element, 0 or 1. */
export type TensorType = (typeof TENSOR_TYPES)[number];
/** Elements of a tensor in row-major order. */
export type TensorElements = Float32Array | Int32Array | Uint8Array;

/** A tensor as data: what a grader sends and receives. It belongs to no TensorFlow.js and needs no disposal. */
export class TensorValue {
  readonly dtype: TensorType;
  readonly shape: readonly number[];
  readonly data: TensorElements;

  /** @throws RangeError when there are not as many elements as the shape says. */
  constructor(dtype: TensorType, shape: readonly number[], data: TensorElements) {
    if (data.length !== sizeOf(shape)) {
      throw new RangeError(`${data.length} elements do not fill a tensor of shape [${shape.join(', ')}]`);
    }
    this.dtype = dtype;
    this.shape = Object.freeze([...shape]);
    this.data = data;
  }
}

/**
 * Makes a tensor of numbers for a call.
 * @param values the elements in row-major order
 * @param shape by default a vector as long as `values`
 * @example tensorValue([1, 2, 3, 4], [2, 2])
 */
export function tensorValue(
  values: ArrayLike<number>,
  shape: readonly number[] = [values.length],
  dtype: TensorType = 'float32',
): TensorValue {
  return new TensorValue(dtype, shape, toElements(dtype, values));
}

/** Number of elements of a shape; 1 for a scalar. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/**
 * Elements in the array type that the dtype stands for. TensorFlow.js backs some int32 tensors by a
 * `Uint8Array` (`x.greater(0).toInt()` on the cpu backend), so the array type alone tells nothing.
 */
export function toElements(dtype: TensorType, values: ArrayLike<number>): TensorElements {
  switch (dtype) {
    case 'float32':
      return values instanceof Float32Array ? values : Float32Array.from(values);
    case 'int32':
      return values instanceof Int32Array ? values : Int32Array.from(values);
    case 'bool':
      return Uint8Array.from(values, (value) => (value === 0 ? 0 : 1));
  }
}
