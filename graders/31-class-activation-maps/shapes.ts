import { tensorValue, type Stream, type TensorValue } from 'descent/grading';

/** What is to be seen, in the order of the network's scores. */
export const SHAPES = ['blob', 'cross', 'ring', 'nothing'] as const;
/** Images are so many pixels wide and high. */
export const SIZE = 16;
/** A shape fills a square of so many pixels. */
export const EXTENT = 5;
/** The bar is brighter than the shapes, so that brightness is no hint. */
const BAR_BRIGHTNESS = 1.5;
const NOISE = 0.1;

/** The shapes as they are drawn: a letter x is a bright pixel. */
const DRAWINGS: readonly (readonly string[])[] = [
  ['.xxx.', 'xxxxx', 'xxxxx', 'xxxxx', '.xxx.'],
  ['x...x', '.x.x.', '..x..', '.x.x.', 'x...x'],
  ['.xxx.', 'x...x', 'x...x', 'x...x', '.xxx.'],
  [],
];

/** Where something begins: its first row and column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A shape at a place. */
export interface PlacedShape extends Place {
  /** Its place in {@link SHAPES}. */
  readonly label: number;
}

/** A bright line of five pixels, which may be in any image. */
export interface Bar extends Place {
  readonly isUpright: boolean;
}

/** An image of one shape, or nothing, and one bar. */
export interface Scene extends PlacedShape {
  /** `[16, 16]`, row after row, brightnesses from about 0 to 1.5. */
  readonly pixels: Float32Array;
}

/** Draws an image. @param stream draws its noise */
export function paint(shapes: readonly PlacedShape[], bar: Bar, stream: Stream): Float32Array {
  const pixels = Float32Array.from({ length: SIZE * SIZE }, () => NOISE * stream.normal());
  const light = (row: number, column: number, brightness: number) => {
    pixels[row * SIZE + column]! += brightness;
  };
  for (const { label, row, column } of shapes) {
    DRAWINGS[label]!.forEach((line, down) => {
      Array.from(line).forEach((pixel, right) => {
        if (pixel === 'x') light(row + down, column + right, 1);
      });
    });
  }
  for (let step = 0; step < EXTENT; step++) {
    const [down, right] = bar.isUpright ? [step, 0] : [0, step];
    light(bar.row + down, bar.column + right, BAR_BRIGHTNESS);
  }
  return pixels;
}

/** Draws scenes: of each kind as many as of the others, in turn; shape and bar anywhere, but a pixel apart. */
export function drawScenes(stream: Stream, count: number): readonly Scene[] {
  return Array.from({ length: count }, (_, index) => {
    const shape = { label: index % SHAPES.length, ...drawPlace(stream, EXTENT, EXTENT) };
    let bar = drawBar(stream);
    while (touches(bar, shape)) bar = drawBar(stream);
    return { ...shape, pixels: paint([shape], bar, stream) };
  });
}

function drawPlace(stream: Stream, height: number, width: number): Place {
  return { row: stream.integer(SIZE - height + 1), column: stream.integer(SIZE - width + 1) };
}

function drawBar(stream: Stream): Bar {
  const isUpright = stream.integer(2) === 0;
  return { isUpright, ...drawPlace(stream, isUpright ? EXTENT : 1, isUpright ? 1 : EXTENT) };
}

function touches(bar: Bar, shape: Place): boolean {
  const [height, width] = bar.isUpright ? [EXTENT, 1] : [1, EXTENT];
  return (
    bar.row <= shape.row + EXTENT &&
    bar.row + height >= shape.row &&
    bar.column <= shape.column + EXTENT &&
    bar.column + width >= shape.column
  );
}

/** Images as a network takes them: `[N, 16, 16, 1]`. */
export function imagesOf(scenes: readonly { readonly pixels: Float32Array }[]): TensorValue {
  const pixels = new Float32Array(scenes.length * SIZE * SIZE);
  scenes.forEach((scene, index) => {
    pixels.set(scene.pixels, index * SIZE * SIZE);
  });
  return tensorValue(pixels, [scenes.length, SIZE, SIZE, 1]);
}

/** One image: `[16, 16, 1]`. */
export function imageOf({ pixels }: { readonly pixels: Float32Array }): TensorValue {
  return tensorValue(pixels, [SIZE, SIZE, 1]);
}

/** What is to be seen in scenes: `[N]`. */
export function labelsOf(scenes: readonly Scene[]): TensorValue {
  return tensorValue(
    scenes.map(({ label }) => label),
    [scenes.length],
    'int32',
  );
}
