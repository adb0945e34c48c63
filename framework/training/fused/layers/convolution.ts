import * as tf from '#tensorflow';
import { conv1d } from '../../../model/layers/conv1d.ts';
import { conv2d } from '../../../model/layers/conv2d.ts';
import { both } from '../../../model/layers/window.ts';
import { keepsOrder, type ActivationForm } from '../activations.ts';
import { known } from '../known.ts';
import { newSignal, type LayerPlace, type Signal } from '../operation.ts';
import { addBiasAndActivation } from './bias-and-activation.ts';
import { WINDOW_FLOATS } from './window.ts';
import type { LayerForm } from './layer-form.ts';

interface Geometry {
  /** `[height, width, channels]` */
  readonly inputShape: readonly [number, number, number];
  readonly size: [number, number];
  readonly strides: [number, number];
  readonly dilation: [number, number];
  readonly padding: 'valid' | 'same';
  readonly filters: number;
  readonly useBias: boolean;
}

export const conv2dForm = known(
  conv2d,
  ({ filters, kernelSize, strides, dilation, padding, useBias, activation }): LayerForm => ({
    activation,
    lower(at, activation) {
      const inputShape = at.inputShape as [number, number, number];
      const window = { size: both(kernelSize), strides: both(strides), dilation: both(dilation), padding };
      return convolve(at, { inputShape, ...window, filters, useBias }, activation);
    },
  }),
);

/** A sequence is an image of height 1. */
export const conv1dForm = known(
  conv1d,
  ({ filters, kernelSize, strides, dilation, padding, useBias, activation }): LayerForm => ({
    activation,
    lower(at, activation) {
      const [steps, channels] = at.inputShape as [number, number];
      const along = (value: number): [number, number] => [1, value];
      const window = { size: along(kernelSize), strides: along(strides), dilation: along(dilation), padding };
      return convolve(at, { inputShape: [1, steps, channels], ...window, filters, useBias }, activation);
    },
  }),
);

function convolve(at: LayerPlace, geometry: Geometry, activation: ActivationForm): Signal {
  const { kernels, heap, memory, input } = at;
  const { inputShape, size, strides, dilation, padding, filters, useBias } = geometry;
  const filterShape: [number, number, number, number] = [...size, inputShape[2], filters];
  const info = tf.backend_util.computeConv2DInfo([1, ...inputShape], filterShape, strides, dilation, padding);
  const window = memory.fixed(WINDOW_FLOATS);
  const kernel = at.weight('kernel');
  const sums = newSignal(at, info.outHeight * info.outWidth * filters);
  const x = input.value;
  const dx = input.gradient;
  const y = sums.value;
  const dy = sums.gradient!;
  at.add({
    resize(rows) {
      heap.writeWindow({ ...info, batchSize: rows }, window.address);
      return kernels.convolutionScratchBytes(window.address);
    },
    forward({ scratch }) {
      kernels.convolve(window.address, x.address, kernel.address, y.address, scratch);
    },
    backward({ scratch }) {
      const gradient = kernel.gradient.address;
      kernels.convolutionFilterGradient(window.address, x.address, dy.address, gradient, scratch);
      if (!dx) return;
      kernels.convolutionInputGradient(window.address, dy.address, kernel.address, dx.address, scratch);
    },
  });
  const finish = (signal: Signal) =>
    addBiasAndActivation(at, signal, { columns: filters, useBias, activation });
  return keepsOrder(activation) ? { ...sums, unfinished: { finish } } : finish(sums);
}
