import * as tf from '#tensorflow';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { depthwiseConv2dBackpropFilter, depthwiseConv2dBackpropInput } from './depthwise-conv2d-backprop.ts';
import { maxPoolGrad } from './max-pool-grad.ts';
import { repairSamePadding } from './same-padding.ts';
import { unsortedSegmentSum } from './unsorted-segment-sum.ts';

/** The kernels that training needs and that TensorFlow.js 4.22 lacks, or has wrong, on its WebAssembly backend. */
export const trainingKernels: readonly tf.KernelConfig[] = [
  conv2dBackpropFilter,
  depthwiseConv2dBackpropFilter,
  depthwiseConv2dBackpropInput,
  maxPoolGrad,
  unsortedSegmentSum,
];

let registered = false;

/** Gives TensorFlow.js {@link trainingKernels} and repaired convolutions. Do it before training on wasm; once is enough. */
export function registerTrainingKernels(): void {
  if (registered) return;
  registered = true;
  for (const kernel of [...trainingKernels, ...repairSamePadding()]) {
    const isStock = tf
      .getKernelsForBackend('wasm')
      .some(({ kernelName }) => kernelName === kernel.kernelName);
    if (isStock) tf.unregisterKernel(kernel.kernelName, 'wasm');
    tf.registerKernel(kernel);
  }
}
