/**
 * Rejected by: shapes from layer to layer
 * Plausible slip: the unknown number of images is left in, as 0.
 */
import type { tf } from 'descent';

export function shapes(model: tf.LayersModel): number[][] {
  return model.layers.map((layer) => (layer.outputShape as tf.Shape).map((length) => length ?? 0));
}
