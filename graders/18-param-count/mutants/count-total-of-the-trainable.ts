/**
 * Rejected by: what training does not change
 * The total leaves out what is not trained.
 */
import {
  batchNormParams,
  conv2dParams,
  denseParams,
  shapeAfter,
  type Count,
  type Layer,
  type Shape,
} from '../../../solutions/18-param-count/exercise.ts';

export function countModel(input: Shape, layers: readonly Layer[]): Count & { readonly total: number } {
  let shape = input;
  let [trainable, nonTrainable] = [0, 0];
  for (const layer of layers) {
    const channels = shape[shape.length - 1]!;
    if (layer.type === 'dense') trainable += denseParams(channels, layer.units);
    if (layer.type === 'conv2d') trainable += conv2dParams(layer.kernel, channels, layer.filters);
    if (layer.type === 'batchNormalization') {
      const own = batchNormParams(channels);
      trainable += own.trainable;
      nonTrainable += own.nonTrainable;
    }
    shape = shapeAfter(layer, shape);
  }
  return { trainable, nonTrainable, total: trainable };
}
