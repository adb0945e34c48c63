import * as tf from '#tensorflow';
import type { Address } from './address.ts';
import type { HeapMemory } from './kernel-module.ts';

/** What is used of TensorFlow.js's WebAssembly backend (its class `BackendWasm`). */
export interface HeapBackend {
  readonly wasm: {
    readonly asm: { readonly memory: HeapMemory };
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(address: number): void;
    readonly tfjs: {
      registerTensor(id: number, size: number, address: number): void;
      disposeData(id: number): void;
    };
  };
  readonly dataIdMap: { get(dataId: object): { readonly id: number; readonly memoryOffset: number | null } };
  makeOutput(shape: readonly number[], dtype: tf.DataType): tf.TensorInfo;
  incRef(dataId: object): void;
  refCount(dataId: object): number;
  disposeData(dataId: object): boolean;
}

/** A window of a convolution or a pool, as `computeConv2DInfo` and `computePool2DInfo` describe it. */
export type WindowInfo = tf.backend_util.Conv2DInfo;

const WINDOW_FIELDS = 15;

/**
 * The heap that the backend and our kernels share. Tensors and scratch memory are known by their addresses,
 * which stay what they are when the heap grows; views of the heap do not, so none is kept.
 */
export class KernelHeap {
  readonly #backend: HeapBackend;
  #scratch: Address = 0;
  #scratchBytes = 0;
  #window: Address = 0;

  constructor(backend: HeapBackend) {
    this.#backend = backend;
  }

  get memory(): HeapMemory {
    return this.#backend.wasm.asm.memory;
  }

  /** Where the elements of a tensor lie. */
  address(tensor: tf.TensorInfo): Address {
    const { memoryOffset } = this.#backend.dataIdMap.get(tensor.dataId);
    if (memoryOffset === null) throw new TypeError(`a ${tensor.dtype} tensor has no address on the heap`);
    return memoryOffset;
  }

  /** Where a tensor lies that may be missing; 0 stands for missing, as the kernels have it. */
  optionalAddress(tensor: tf.TensorInfo | null | undefined): Address {
    return tensor == null ? 0 : this.address(tensor);
  }

  /** A new tensor, filled with whatever the memory held before. */
  output(shape: readonly number[], dtype: tf.DataType = 'float32'): tf.TensorInfo {
    return this.#backend.makeOutput(shape, dtype);
  }

  /** The same elements under another shape; to be given back on its own. */
  reshaped(tensor: tf.TensorInfo, shape: number[]): tf.TensorInfo {
    this.#backend.incRef(tensor.dataId);
    return { dataId: tensor.dataId, shape, dtype: tensor.dtype };
  }

  /** Gives a tensor back that {@link output} or {@link reshaped} made. */
  release(tensor: tf.TensorInfo): void {
    this.#backend.disposeData(tensor.dataId);
  }

  /** Whether other tensors have the same elements, as clones have, so that changing them would change those too. */
  isShared(tensor: tf.TensorInfo): boolean {
    return this.#backend.refCount(tensor.dataId) > 1;
  }

  /** A new tensor with the same elements, of its own. */
  copied(tensor: tf.TensorInfo): tf.TensorInfo {
    const copy = this.output(tensor.shape, tensor.dtype);
    const bytes = tf.util.sizeFromShape(tensor.shape) * tf.util.bytesPerElement(tensor.dtype);
    this.copy(this.address(tensor), this.address(copy), bytes);
    return copy;
  }

  /**
   * To be called after the elements of a tensor were changed in place. Kernels of TensorFlow.js, as that of prelu,
   * keep weights packed, by tensor, and would go on with those from before.
   */
  changed(tensor: tf.TensorInfo): void {
    const { id, memoryOffset } = this.#backend.dataIdMap.get(tensor.dataId);
    const { tfjs } = this.#backend.wasm;
    tfjs.disposeData(id);
    tfjs.registerTensor(id, tf.util.sizeFromShape(tensor.shape), memoryOffset!);
  }

  /** Memory to compute in until the next call of this method, at an address divisible by 16. */
  scratch(bytes: number): Address {
    if (bytes > this.#scratchBytes) {
      if (this.#scratch !== 0) this.#backend.wasm._free(this.#scratch);
      this.#scratchBytes = 0;
      this.#scratch = this.allocate(bytes + 16);
      this.#scratchBytes = bytes;
    }
    return (this.#scratch + 15) & ~15;
  }

  /** Describes a window to the kernels, until the next call of this method. */
  window(info: WindowInfo): Address {
    if (this.#window === 0) this.#window = this.allocate(WINDOW_FIELDS * 4);
    this.writeWindow(info, this.#window);
    return this.#window;
  }

  /** Writes the fields of a window, in the order of `assembly/window.ts`, to 60 bytes at an address. */
  writeWindow(info: WindowInfo, address: Address): void {
    new Int32Array(this.memory.buffer, address, WINDOW_FIELDS).set([
      info.batchSize,
      info.inHeight,
      info.inWidth,
      info.inChannels,
      info.outHeight,
      info.outWidth,
      info.outChannels,
      info.filterHeight,
      info.filterWidth,
      info.strideHeight,
      info.strideWidth,
      info.dilationHeight,
      info.dilationWidth,
      info.padInfo.top,
      info.padInfo.left,
    ]);
  }

  /** Copies bytes within the heap. */
  copy(from: Address, to: Address, bytes: number): void {
    this.#backend.wasm.HEAPU8.copyWithin(to, from, from + bytes);
  }

  /** Memory of the backend's own allocator, never given back. @throws RangeError when the heap is full */
  allocate(bytes: number): Address {
    // `_malloc` counts addresses above 2 GiB as negative numbers.
    const address = this.#backend.wasm._malloc(bytes) >>> 0;
    if (address === 0) throw new RangeError(`the heap of the WebAssembly backend has no ${bytes} bytes left`);
    return address;
  }
}
