/** A layer with what it needs to be counted. */
export type Drawn =
  | { readonly type: 'dense'; readonly units: number }
  | {
      readonly type: 'conv2d';
      readonly filters: number;
      readonly kernel: readonly [number, number];
      readonly padding: 'same' | 'valid';
    }
  | { readonly type: 'maxPooling2d'; readonly size: number }
  | { readonly type: 'globalAveragePooling2d' | 'flatten' | 'batchNormalization' | 'dropout' };

/** The shapes of all weights of a network: those that training changes, and the others. */
interface Weights {
  readonly trainable: readonly (readonly number[])[];
  readonly nonTrainable: readonly (readonly number[])[];
}

/** What a layer does: its weights, and the shape that comes out. */
function through(layer: Drawn, shape: readonly number[]): Weights & { readonly shape: readonly number[] } {
  const none = { trainable: [], nonTrainable: [], shape };
  const channels = shape.at(-1)!;
  switch (layer.type) {
    case 'dense': {
      const { units } = layer;
      return { ...none, trainable: [[channels, units], [units]], shape: [units] };
    }
    case 'conv2d': {
      const { filters, kernel, padding } = layer;
      const sides = [0, 1].map((side) => shape[side]! - (padding === 'valid' ? kernel[side]! - 1 : 0));
      return {
        ...none,
        trainable: [[...kernel, channels, filters], [filters]],
        shape: [...sides, filters],
      };
    }
    case 'maxPooling2d':
      return {
        ...none,
        shape: [...shape.slice(0, 2).map((side) => Math.trunc(side / layer.size)), channels],
      };
    case 'globalAveragePooling2d':
      return { ...none, shape: [channels] };
    case 'flatten':
      return { ...none, shape: [sizeOf(shape)] };
    case 'batchNormalization':
      return { trainable: [[channels], [channels]], nonTrainable: [[channels], [channels]], shape };
    case 'dropout':
      return none;
  }
}

const sizeOf = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);
const sum = (shapes: readonly (readonly number[])[]) =>
  shapes.map(sizeOf).reduce((one, other) => one + other, 0);

/** The shape after every layer. */
export function shapesOf(input: readonly number[], layers: readonly Drawn[]): (readonly number[])[] {
  const shapes: (readonly number[])[] = [];
  for (const layer of layers) shapes.push(through(layer, shapes.at(-1) ?? input).shape);
  return shapes;
}

/** How many numbers the weights of a network hold, from the shape of each of its weights. */
export function sizesOf(
  input: readonly number[],
  layers: readonly Drawn[],
): { readonly trainable: number; readonly nonTrainable: number } {
  const befores = [input, ...shapesOf(input, layers)];
  const weights = layers.map((layer, index) => through(layer, befores[index]!));
  return {
    trainable: sum(weights.flatMap(({ trainable }) => trainable)),
    nonTrainable: sum(weights.flatMap(({ nonTrainable }) => nonTrainable)),
  };
}
