/**
 * Rejected by: shapes of any image
 * Dishonest: pooling is by 2, as in the visible checks.
 */
import { type Layer, type Shape } from '../../../solutions/18-param-count/exercise.ts';

export function shapeAfter(layer: Layer, shape: Shape): number[] {
  const [height = 1, width = 1] = shape;
  const channels = shape[shape.length - 1]!;
  switch (layer.type) {
    case 'dense':
      return [layer.units];
    case 'conv2d': {
      const [high, wide] = layer.padding === 'same' ? [1, 1] : layer.kernel;
      return [height - high + 1, width - wide + 1, layer.filters];
    }
    case 'maxPooling2d':
      return [Math.floor(height / 2), Math.floor(width / 2), channels];
    case 'globalAveragePooling2d':
      return [channels];
    case 'flatten':
      return [shape.reduce((product, length) => product * length, 1)];
    default:
      return [...shape];
  }
}
