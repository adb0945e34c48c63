/**
 * Rejected by: shapes of any image
 * Plausible slip: images are as wide as high.
 */
import { type Layer, type Shape } from '../../../solutions/18-param-count/exercise.ts';

export function shapeAfter(layer: Layer, shape: Shape): number[] {
  const height = shape[0]!;
  const width = height;
  const channels = shape[shape.length - 1]!;
  switch (layer.type) {
    case 'dense':
      return [layer.units];
    case 'conv2d': {
      const [high, wide] = layer.padding === 'same' ? [1, 1] : layer.kernel;
      return [height - high + 1, width - wide + 1, layer.filters];
    }
    case 'maxPooling2d':
      return [Math.floor(height / layer.size), Math.floor(width / layer.size), channels];
    case 'globalAveragePooling2d':
      return [channels];
    case 'flatten':
      return [shape.reduce((product, length) => product * length, 1)];
    default:
      return [...shape];
  }
}
