import * as tf from '#tensorflow';
import type { KernelHeap } from './kernel-heap.ts';
import type { KernelMode, KernelModule } from './kernel-module.ts';

/** Our kernels, started on the memory of one instance of the WebAssembly backend. */
export interface KernelMachine {
  readonly backend: object;
  readonly mode: KernelMode;
  readonly kernels: KernelModule;
  readonly heap: KernelHeap;
}

/** A kernel that takes some cases of an operation and leaves the others to the kernel that was there before. */
export interface FastKernel {
  /** The operation's name in TensorFlow.js. */
  readonly name: string;
  /** Computes the output, or gives undefined back for a case that it does not take. */
  attempt(
    inputs: tf.NamedTensorInfoMap,
    attributes: tf.NamedAttrMap,
    machine: KernelMachine,
  ): tf.TensorInfo | undefined;
}

/** The tensors that a kernel gets. TensorFlow.js declares those of most kernels as possibly missing, which they are not. */
export type KernelInputs<Inputs extends object> = string extends keyof Inputs
  ? Inputs
  : Readonly<Record<keyof Inputs, tf.TensorInfo>>;

/**
 * Declares a fast kernel; its inputs and attributes are those that TensorFlow.js documents for the operation.
 * @typeParam Types the types of its inputs and attributes
 */
export function fastKernel<Types extends { inputs: object; attributes: object }>(
  name: string,
  attempt: (
    inputs: KernelInputs<Types['inputs']>,
    attributes: Types['attributes'],
    machine: KernelMachine,
  ) => tf.TensorInfo | undefined,
): FastKernel {
  return {
    name,
    // TensorFlow.js passes every kernel the same loosely typed record; the name decides what is in it.
    attempt: (inputs, attributes, machine) =>
      attempt(inputs as unknown as KernelInputs<Types['inputs']>, attributes, machine),
  };
}

/** Whether all tensors hold floats, the only elements that our kernels know. */
export function areFloats(...tensors: readonly tf.TensorInfo[]): boolean {
  return tensors.every(({ dtype }) => dtype === 'float32');
}
