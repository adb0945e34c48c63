import type * as tf from '#tensorflow';
import { decodeValue, type DecodeOptions } from '../codec/decode.ts';
import { toTensor } from './tensors.ts';

/** Data that the grader sent once and refers to in many calls. */
export interface Uploads {
  /** Keeps an encoded value under a name. */
  add(name: string, node: unknown, blobs: readonly Uint8Array[]): void;
  /**
   * The value, fresh for each call, so that a function which changes its input changes only its own; tensors,
   * which do not change, are made once.
   * @throws RangeError when nothing was uploaded under that name.
   */
  get(name: unknown): unknown;
}

/** No data yet. */
export function createUploads(options: DecodeOptions): Uploads {
  const values = new Map<unknown, () => unknown>();
  return {
    add(name, node, blobs) {
      const tensors = new Map<string, tf.Tensor>();
      const decode = () =>
        decodeValue(node, blobs, {
          ...options,
          tensor(value) {
            const key = `${value.data.byteOffset} ${value.dtype} ${value.shape.join(' ')}`;
            let tensor = tensors.get(key);
            if (tensor === undefined || tensor.isDisposed) tensors.set(key, (tensor = toTensor(value)));
            return tensor;
          },
        });
      decode();
      values.set(name, decode);
    },
    get(name) {
      const value = values.get(name);
      if (value === undefined) throw new RangeError(`nothing was uploaded as ${String(name)}`);
      return value();
    },
  };
}
