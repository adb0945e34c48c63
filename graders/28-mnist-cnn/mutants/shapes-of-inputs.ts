/**
 * Rejected by: shapes from layer to layer
 * Plausible slip: the shape before each layer.
 */
import type { tf } from 'descent';

export function shapes(model: tf.LayersModel): number[][] {
  return model.layers.map((layer) => (layer.input as tf.SymbolicTensor).shape.slice(1) as number[]);
}
