import * as tf from '#tensorflow';
import { fastKernel, type KernelMachine } from './fast-kernel.ts';

/**
 * Einstein summation, which the stock backend lacks: the inputs are brought to a common order of axes, multiplied
 * and summed axis by axis, in the order that TensorFlow.js plans.
 */
export const einsum = fastKernel<{ inputs: Record<number, tf.TensorInfo>; attributes: tf.EinsumAttrs }>(
  tf.Einsum,
  (inputs, { equation }, machine) => {
    const tensors = Object.values(inputs);
    const { allDims, summedDims, idDims } = tf.backend_util.decodeEinsumEquation(equation, tensors.length);
    // The checks want tensors, and look at their shapes alone.
    tf.backend_util.checkEinsumDimSizes(allDims.length, idDims, tensors as unknown as tf.Tensor[]);
    const { path, steps } = tf.backend_util.getEinsumComputePath(summedDims, idDims);

    let product: tf.TensorInfo | undefined;
    let remaining = allDims.length;
    steps.forEach((terms, index) => {
      for (const term of terms) {
        const factor = aligned(tensors[term]!, idDims[term]!, remaining, machine);
        if (product === undefined) {
          product = factor;
          continue;
        }
        const next = run(tf.Multiply, { a: factor, b: product }, {}, machine);
        machine.heap.release(factor);
        machine.heap.release(product);
        product = next;
      }
      if (index === steps.length - 1) return;
      if (path[index]! >= 0) {
        const axis = path[index]! - (allDims.length - remaining);
        const next = run(tf.Sum, { x: product! }, { axis, keepDims: false }, machine);
        machine.heap.release(product!);
        product = next;
      }
      remaining--;
    });
    return product;
  },
);

/** A tensor with its axes in the common order, and axes of size 1 where it has none. */
function aligned(tensor: tf.TensorInfo, dims: number[], rank: number, machine: KernelMachine): tf.TensorInfo {
  const { permutationIndices, expandDims } = tf.backend_util.getEinsumPermutation(rank, dims);
  const ordered = tf.backend_util.isIdentityPermutation(permutationIndices)
    ? machine.heap.reshaped(tensor, tensor.shape)
    : run(tf.Transpose, { x: tensor }, { perm: permutationIndices }, machine);
  const shape = [...ordered.shape];
  for (const at of expandDims) shape.splice(at, 0, 1);
  return { ...ordered, shape };
}

function run(
  name: string,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap,
  { backend }: KernelMachine,
): tf.TensorInfo {
  const output = tf.getKernel(name, 'wasm').kernelFunc({ inputs, attrs, backend });
  return Array.isArray(output) ? output[0]! : output;
}
