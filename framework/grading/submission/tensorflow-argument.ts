import { TENSOR_TYPES, TensorValue, type TensorElements } from './codec/tensor-value.ts';

/** What a tensor of any copy of TensorFlow.js has. */
interface TensorLike {
  readonly dtype: string;
  readonly shape: readonly number[];
  dataSync(): TensorElements;
}

/**
 * Reads out a tensor of TensorFlow.js that the tests pass as an argument, so that tests may use the library
 * although this side does without it.
 * @returns undefined for anything else
 */
export function fromTensorflow(thing: object): TensorValue | undefined {
  if (!isTensorLike(thing)) return undefined;
  const dtype = TENSOR_TYPES.find((type) => type === thing.dtype);
  if (dtype === undefined)
    throw new Error(`a tensor of dtype ${thing.dtype} cannot be passed to a submission`);
  return new TensorValue(dtype, thing.shape, thing.dataSync());
}

function isTensorLike(thing: object): thing is TensorLike {
  return 'dataSync' in thing && typeof thing.dataSync === 'function' && 'dtype' in thing && 'shape' in thing;
}
