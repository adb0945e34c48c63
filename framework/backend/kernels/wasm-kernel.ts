import * as tf from '#tensorflow';

/** What our kernels use of TensorFlow.js's WebAssembly backend (its class `BackendWasm`). */
export interface WasmBackend {
  /** A new tensor on the heap of the backend; its elements are whatever the memory held before. */
  makeOutput(shape: readonly number[], dtype: tf.DataType): tf.TensorInfo;
  /** The elements of a tensor, in place. Any allocation may move the heap: ask again after one. */
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array | Int32Array | Uint8Array;
  /** Gives a tensor made by `makeOutput` back. */
  disposeData(dataId: object): boolean;
}

/**
 * Declares a kernel for the backend `wasm`; the inputs and attributes are those that TensorFlow.js
 * documents for the kernel of that name (`Conv2DBackpropFilterInputs`, …).
 * @typeParam Types the types of its inputs and attributes
 * @param kernelName the name under which gradients call it
 * @param compute makes the output, with `backend.makeOutput`, and gives back whatever else it made
 */
export function wasmKernel<Types extends { inputs: object; attributes: object }>(
  kernelName: string,
  compute: (
    inputs: Readonly<Record<keyof Types['inputs'], tf.TensorInfo>>,
    attributes: Types['attributes'],
    backend: WasmBackend,
  ) => tf.TensorInfo,
): tf.KernelConfig {
  return {
    kernelName,
    backendName: 'wasm',
    // TensorFlow.js passes every kernel the same loosely typed record; the name decides what is in it.
    kernelFunc: ({ inputs, attrs, backend }) =>
      compute(inputs as Record<keyof Types['inputs'], tf.TensorInfo>, attrs ?? {}, backend as WasmBackend),
  };
}

/** The elements of a float32 tensor, in place; see {@link WasmBackend.typedArrayFromHeap}. */
export function floatsOf(backend: WasmBackend, tensor: tf.TensorInfo): Float32Array {
  const values = backend.typedArrayFromHeap(tensor);
  if (values instanceof Float32Array) return values;
  throw new TypeError(`expected a float32 tensor, got ${tensor.dtype}`);
}

/** A new float32 tensor on the heap, all zeros. */
export function zeros(backend: WasmBackend, shape: readonly number[]): tf.TensorInfo {
  const output = backend.makeOutput(shape, 'float32');
  floatsOf(backend, output).fill(0);
  return output;
}
