import { tensorValue, type Stream, type TensorValue } from 'descent/grading';

/** What is to be seen, in the order of the network's scores. */
export const SHAPES = ['blob', 'cross', 'ring'] as const;
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

/** An image of some shapes and one bar. */
export interface Scene {
  readonly shapes: readonly PlacedShape[];
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

/** Draws scenes: each shape is in every other image, and a bar in all; they are anywhere, but a pixel apart. */
export function drawScenes(stream: Stream, count: number): readonly Scene[] {
  return Array.from({ length: count }, () => {
    const labels = Array.from(SHAPES.keys()).filter(() => stream.integer(2) === 1);
    for (;;) {
      const shapes = labels.map((label) => ({ label, ...drawPlace(stream, EXTENT, EXTENT) }));
      const bar = drawBar(stream);
      const isFree = shapes.every(
        (shape, index) =>
          !touches(barBox(bar), shape) &&
          shapes.slice(0, index).every((other) => !touches(square(other), shape)),
      );
      if (isFree) return { shapes, pixels: paint(shapes, bar, stream) };
    }
  });
}

function drawPlace(stream: Stream, height: number, width: number): Place {
  return { row: stream.integer(SIZE - height + 1), column: stream.integer(SIZE - width + 1) };
}

function drawBar(stream: Stream): Bar {
  const isUpright = stream.integer(2) === 0;
  return { isUpright, ...drawPlace(stream, isUpright ? EXTENT : 1, isUpright ? 1 : EXTENT) };
}

/** A rectangle of pixels. */
interface Box extends Place {
  readonly height: number;
  readonly width: number;
}

const square = ({ row, column }: Place): Box => ({ row, column, height: EXTENT, width: EXTENT });

const barBox = ({ row, column, isUpright }: Bar): Box => ({
  row,
  column,
  height: isUpright ? EXTENT : 1,
  width: isUpright ? 1 : EXTENT,
});

/** Whether a shape is less than a pixel away from a rectangle. */
function touches(box: Box, shape: Place): boolean {
  return (
    box.row <= shape.row + EXTENT &&
    box.row + box.height >= shape.row &&
    box.column <= shape.column + EXTENT &&
    box.column + box.width >= shape.column
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

/** What is to be seen in scenes: `[N, 3]`, 1 for each shape that is there and 0 for each that is not. */
export function labelsOf(scenes: readonly Scene[]): TensorValue {
  const rows = scenes.flatMap(({ shapes }) =>
    SHAPES.map((_, label) => (shapes.some((shape) => shape.label === label) ? 1 : 0)),
  );
  return tensorValue(rows, [scenes.length, SHAPES.length]);
}
