import { TensorValue } from '../submission/codec/tensor-value.ts';
import { fromTensorflow } from '../submission/tensorflow-argument.ts';

/** A tensor as data: one that came from a submission, or one of TensorFlow.js of the tests' own. */
export function toTensorValue(value: unknown): TensorValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return value instanceof TensorValue ? value : fromTensorflow(value);
}
