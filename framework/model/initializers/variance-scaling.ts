import type { InitializerPart, Shape } from '../layer.ts';
import type { Stream } from '../../random/stream.ts';

/** Standard deviation of a standard normal number that is drawn again while it lies beyond ±2. */
const TRUNCATED_DEVIATION = 0.8796256610342398;

/**
 * Number of inputs and outputs of one unit: of a kernel `[...window, fanIn, fanOut]` both times the size of
 * the window. A vector, as a bias, counts as `[length, length]`.
 */
export function fans(shape: Shape): { fanIn: number; fanOut: number } {
  const window = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  const last = shape.at(-1) ?? 1;
  return { fanIn: (shape.at(-2) ?? last) * window, fanOut: last * window };
}

/**
 * The family of Glorot, He and LeCun: random values with mean 0 and variance `scale / fan`, so that signals
 * keep their size from layer to layer. Normal values are drawn again beyond two deviations and then widened,
 * so the variance is exactly that (TensorFlow.js forgets the widening).
 */
export function varianceScaling(options: {
  readonly scale: number;
  readonly mode: 'fanIn' | 'fanAvg';
  readonly distribution: 'uniform' | 'normal';
}): InitializerPart {
  const { scale, mode, distribution } = options;
  return {
    kerasName: 'VarianceScaling',
    kerasConfig: { scale, mode, distribution, seed: null },
    values(shape, stream) {
      const { fanIn, fanOut } = fans(shape);
      const fan = mode === 'fanIn' ? fanIn : (fanIn + fanOut) / 2;
      const deviation = Math.sqrt(scale / Math.max(1, fan));
      const draw = distribution === 'uniform' ? uniformDraw(deviation) : normalDraw(deviation);
      return filled(shape, () => draw(stream));
    },
  };
}

/** Values of a shape, one draw each, in order. */
export function filled(shape: Shape, value: () => number): Float32Array {
  const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
  for (let index = 0; index < values.length; index++) values[index] = value();
  return values;
}

function uniformDraw(deviation: number): (stream: Stream) => number {
  const limit = Math.sqrt(3) * deviation;
  return (stream) => (2 * stream.uniform() - 1) * limit;
}

function normalDraw(deviation: number): (stream: Stream) => number {
  const widened = deviation / TRUNCATED_DEVIATION;
  return (stream) => {
    let draw = stream.normal();
    while (Math.abs(draw) > 2) draw = stream.normal();
    return draw * widened;
  };
}
