import * as tf from '#tensorflow';
import { CodecError } from '../codec/codec-error.ts';
import { TENSOR_TYPES, TensorValue, toElements } from '../codec/tensor-value.ts';

/** Whether a thing is a tensor, or something that pretends to be one. */
export function isTensor(thing: object): thing is tf.Tensor {
  return thing instanceof tf.Tensor;
}

/**
 * Reads a tensor of TensorFlow.js out.
 * @throws CodecError when it is disposed or its dtype does not cross.
 */
export function toTensorValue(tensor: tf.Tensor): TensorValue {
  if (tensor.isDisposed) throw new CodecError('a tensor that has been disposed');
  const dtype = TENSOR_TYPES.find((type) => type === tensor.dtype);
  if (dtype === undefined) throw new CodecError(`a tensor of dtype ${tensor.dtype}`);
  const data = tensor.dataSync<'int32'>();
  return new TensorValue(dtype, tensor.shape, toElements(dtype, data));
}

/** Makes a tensor of TensorFlow.js with elements of its own. */
export function toTensor({ dtype, shape, data }: TensorValue): tf.Tensor {
  return tf.tensor(data, [...shape], dtype);
}
