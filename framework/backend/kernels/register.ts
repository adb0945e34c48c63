import * as tf from '#tensorflow';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { depthwiseConv2dBackpropFilter, depthwiseConv2dBackpropInput } from './depthwise-conv2d-backprop.ts';
import { unsortedSegmentSum } from './unsorted-segment-sum.ts';

/** The kernels that training needs and TensorFlow.js 4.22 lacks on its WebAssembly backend. */
export const trainingKernels: readonly tf.KernelConfig[] = [
  conv2dBackpropFilter,
  depthwiseConv2dBackpropFilter,
  depthwiseConv2dBackpropInput,
  unsortedSegmentSum,
];

/** Registers {@link trainingKernels} with TensorFlow.js, those not registered yet. Do it before training on wasm. */
export function registerTrainingKernels(): void {
  const registered = new Set(tf.getKernelsForBackend('wasm').map(({ kernelName }) => kernelName));
  for (const kernel of trainingKernels) {
    if (!registered.has(kernel.kernelName)) tf.registerKernel(kernel);
  }
}
