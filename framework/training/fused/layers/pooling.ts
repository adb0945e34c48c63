import * as tf from '#tensorflow';
import { averagePooling1d } from '../../../model/layers/average-pooling1d.ts';
import { averagePooling2d } from '../../../model/layers/average-pooling2d.ts';
import { globalAveragePooling1d } from '../../../model/layers/global-average-pooling1d.ts';
import { globalAveragePooling2d } from '../../../model/layers/global-average-pooling2d.ts';
import { globalMaxPooling1d } from '../../../model/layers/global-max-pooling1d.ts';
import { globalMaxPooling2d } from '../../../model/layers/global-max-pooling2d.ts';
import { maxPooling1d } from '../../../model/layers/max-pooling1d.ts';
import { maxPooling2d } from '../../../model/layers/max-pooling2d.ts';
import { both, type Padding, type Pixels } from '../../../model/layers/window.ts';
import type { Shape } from '../../../model/layer.ts';
import { known } from '../known.ts';
import { newSignal, type LayerPlace, type Signal } from '../operation.ts';
import type { LayerForm } from './layer-form.ts';
import { WINDOW_FLOATS } from './window.ts';

type Kind = 'max' | 'average';

interface PoolOptions {
  readonly poolSize: Pixels;
  readonly strides?: Pixels | undefined;
  readonly padding: Padding;
}

const overImages =
  (kind: Kind) =>
  ({ poolSize, strides = poolSize, padding }: PoolOptions): LayerForm => ({
    takesUnfinished: kind === 'max',
    lower: (at) => pool(at, kind, { size: both(poolSize), strides: both(strides), padding }),
  });

/** A sequence is an image of width 1. */
const overSequences =
  (kind: Kind) =>
  ({
    poolSize,
    strides = poolSize,
    padding,
  }: PoolOptions & { poolSize: number; strides?: number }): LayerForm => ({
    // prettier-ignore
    takesUnfinished: kind === 'max',
    lower: (at) => pool(at, kind, { size: [poolSize, 1], strides: [strides, 1], padding }),
  });

const overAll = (kind: Kind) => (): LayerForm => ({
  lower(at) {
    const [height, width] = imageOf(at.inputShape);
    return pool(at, kind, { size: [height, width], strides: [1, 1], padding: 'valid' }, 'all');
  },
});

/** The pools, those over a whole image or sequence included. */
export const poolingForms = [
  known(maxPooling2d, overImages('max')),
  known(averagePooling2d, overImages('average')),
  known(maxPooling1d, overSequences('max')),
  known(averagePooling1d, overSequences('average')),
  known(globalMaxPooling2d, overAll('max')),
  known(globalMaxPooling1d, overAll('max')),
  known(globalAveragePooling2d, overAll('average')),
  known(globalAveragePooling1d, overAll('average')),
];

/** `[height, width, channels]` */
function imageOf(shape: Shape): [number, number, number] {
  return shape.length === 3 ? (shape as [number, number, number]) : [shape[0]!, 1, shape[1]!];
}

/** @param ties which pixels get the gradient of a maximum that several have: the first, or all as in `tf.max` */
function pool(
  at: LayerPlace,
  kind: Kind,
  { size, strides, padding }: { size: [number, number]; strides: [number, number]; padding: Padding },
  ties: 'first' | 'all' = 'first',
): Signal {
  const { kernels, heap, memory, input } = at;
  const [height, width, channels] = imageOf(at.inputShape);
  const info = tf.backend_util.computePool2DInfo([1, height, width, channels], size, strides, 1, padding);
  const window = memory.fixed(WINDOW_FLOATS);
  const output = newSignal(at, info.outHeight * info.outWidth * channels);
  const x = input.value;
  const dx = input.gradient;
  const y = output.value;
  const dy = output.gradient!;
  at.add({
    resize(rows) {
      heap.writeWindow({ ...info, batchSize: rows }, window.address);
      return 0;
    },
    forward() {
      if (kind === 'max') kernels.maxPool(window.address, x.address, y.address);
      else kernels.averagePool(window.address, x.address, y.address);
    },
    backward({ rows }) {
      if (!dx) return;
      if (kind === 'average') kernels.averagePoolGradient(window.address, dy.address, dx.address);
      else if (ties === 'first') kernels.maxPoolGradient(window.address, x.address, dy.address, dx.address);
      else kernels.passToAllLargest(x.address, y.address, dy.address, rows, height * width, channels, dx.address); // prettier-ignore
    },
  });
  return input.unfinished ? input.unfinished.finish(output) : output;
}
