import type * as tf from '#tensorflow';
import type { TensorValue } from '../codec/tensor-value.ts';
import { toTensor } from './tensors.ts';

/** How much memory arguments of past calls may hold. */
const KEPT_BYTES = 64 * 1024 * 1024;

/**
 * The tensors made for arguments. Nobody can know whether the student's code keeps one for later (`fit(x)` may),
 * and the WebAssembly backend frees nothing by itself: so old ones are freed only when they become too many.
 */
export interface ArgumentTensors {
  make(value: TensorValue): tf.Tensor;
  /** Frees the oldest beyond the bound; between two calls. */
  trim(): void;
  /** How many there are that the student's code has not disposed: no leak of its making. */
  count(): number;
}

/** No tensors yet. */
export function createArgumentTensors(): ArgumentTensors {
  let tensors: { readonly tensor: tf.Tensor; readonly bytes: number }[] = [];
  let bytes = 0;
  return {
    make(value) {
      const tensor = toTensor(value);
      tensors.push({ tensor, bytes: value.data.byteLength });
      bytes += value.data.byteLength;
      return tensor;
    },
    trim() {
      while (bytes > KEPT_BYTES) {
        const oldest = tensors.shift()!;
        bytes -= oldest.bytes;
        oldest.tensor.dispose();
      }
    },
    count() {
      tensors = tensors.filter(({ tensor }) => !tensor.isDisposed);
      bytes = tensors.reduce((sum, entry) => sum + entry.bytes, 0);
      return tensors.length;
    },
  };
}
