// For tests: convolutions of random shapes.
import fc from 'fast-check';
import * as tf from '#tensorflow';

type Pair = [number, number];
export type Shape = [number, number, number, number];

/** The shapes of a convolution and the attributes of its kernels. */
export interface Geometry {
  inputShape: Shape;
  filterShape: Shape;
  outputShape: Shape;
  strides: Pair;
  dilations: Pair;
  pad: 'same' | 'valid' | [Pair, Pair, Pair, Pair];
  dataFormat: 'NHWC';
}

const pair = (max: number) => fc.tuple(fc.integer({ min: 1, max }), fc.integer({ min: 1, max }));
const images = fc.integer({ min: 0, max: 3 });

/** Convolutions whose filter fits into the input, of all kinds. */
export function geometries(options: { depthwise: boolean; dilated: boolean }): fc.Arbitrary<Geometry> {
  const { depthwise, dilated } = options;
  return (
    fc
      .record({
        images,
        size: pair(9),
        channels: fc.integer({ min: 1, max: 6 }),
        filter: pair(4),
        out: fc.integer({ min: 1, max: depthwise ? 3 : 9 }),
        strides: pair(3),
        dilations: dilated ? pair(3) : fc.constant<Pair>([1, 1]),
        pad: paddings(2),
      })
      // TensorFlow.js has either strides or dilations.
      .filter(({ strides, dilations }) => Math.max(...strides) === 1 || Math.max(...dilations) === 1)
      .map(({ images, size, channels, filter, out, strides, dilations, pad }) =>
        geometryOf(
          [images, ...size, channels],
          [...filter, channels, out],
          strides,
          dilations,
          pad,
          depthwise,
        ),
      )
      .filter(fits)
  );
}

/** Convolutions with 3×3 filters and so many channels that the kernels go by tiles. */
export function tiledGeometries(): fc.Arbitrary<Geometry> {
  const channels = fc.constantFrom(8, 12, 20);
  return fc
    .record({ images, size: pair(11), channels, out: channels, pad: paddings(3) })
    .map(({ images, size, channels, out, pad }) =>
      geometryOf([images, ...size, channels], [3, 3, channels, out], [1, 1], [1, 1], pad, false),
    )
    .filter(fits);
}

function paddings(most: number): fc.Arbitrary<Geometry['pad']> {
  const border = fc.integer({ min: 0, max: most });
  const explicit = fc
    .tuple(border, border, border, border)
    .map(([top, bottom, left, right]): Geometry['pad'] => [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ]);
  return fc.oneof(fc.constantFrom('same' as const, 'valid' as const), explicit);
}

function geometryOf(
  inputShape: Shape,
  filterShape: Shape,
  strides: Pair,
  dilations: Pair,
  pad: Geometry['pad'],
  depthwise: boolean,
): Geometry {
  const { outShape } = tf.backend_util.computeConv2DInfo(inputShape, filterShape, strides, dilations, pad, undefined, depthwise); // prettier-ignore
  return { inputShape, filterShape, outputShape: outShape, strides, dilations, pad, dataFormat: 'NHWC' };
}

function fits({ outputShape }: Geometry): boolean {
  return outputShape[1] > 0 && outputShape[2] > 0;
}
