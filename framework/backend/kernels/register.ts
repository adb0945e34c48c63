import * as tf from '#tensorflow';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { depthwiseConv2dBackpropFilter, depthwiseConv2dBackpropInput } from './depthwise-conv2d-backprop.ts';
import { maxPoolGrad } from './max-pool-grad.ts';
import { unsortedSegmentSum } from './unsorted-segment-sum.ts';

/** The kernels that training needs and that TensorFlow.js 4.22 lacks, or has wrong, on its WebAssembly backend. */
export const trainingKernels: readonly tf.KernelConfig[] = [
  conv2dBackpropFilter,
  depthwiseConv2dBackpropFilter,
  depthwiseConv2dBackpropInput,
  maxPoolGrad,
  unsortedSegmentSum,
];

/** Gives TensorFlow.js {@link trainingKernels}, in place of its own. Do it before training on wasm. */
export function registerTrainingKernels(): void {
  const stock = new Map(tf.getKernelsForBackend('wasm').map((kernel) => [kernel.kernelName, kernel]));
  for (const kernel of trainingKernels) {
    if (stock.get(kernel.kernelName) === kernel) continue;
    if (stock.has(kernel.kernelName)) tf.unregisterKernel(kernel.kernelName, 'wasm');
    tf.registerKernel(kernel);
  }
}
