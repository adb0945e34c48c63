import type { Stream } from 'descent/grading';

/** How a window moves, all settings given. */
export interface Settings {
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** A whole number between two, both included. */
export const from = (stream: Stream, lowest: number, highest: number) =>
  lowest + stream.integer(highest - lowest + 1);

/** So many numbers, normally distributed. */
export const drawNumbers = (stream: Stream, count: number) =>
  Array.from({ length: count }, () => stream.normal());

/** Lists of numbers in lists. */
export const drawRows = (stream: Stream, rows: number, columns: number) =>
  Array.from({ length: rows }, () => drawNumbers(stream, columns));

/** Settings of which each is above the least in two draws of three. */
export function drawSettings(stream: Stream): Settings {
  return { stride: from(stream, 1, 3), padding: from(stream, 0, 2), dilation: from(stream, 1, 3) };
}

/** A level, and from a sample on, `at`, another one that is `height` above it, in noise. */
export function drawJump(stream: Stream, length: number, height: number, noise: number) {
  const at = from(stream, Math.ceil(length / 4), Math.floor((3 * length) / 4));
  const x = Array.from({ length }, (_, i) => (i < at ? 0 : height) + noise * stream.normal());
  return { x, at };
}

/** Where the windows begin, counted in the padded signal: one after the other, as long as the last number is in it. */
function placesOf(length: number, size: number, { stride, padding, dilation }: Settings): number[] {
  const places: number[] = [];
  const padded = length + 2 * padding;
  for (let left = 0; left + dilation * (size - 1) < padded; left += stride) places.push(left);
  return places;
}

/** At how many places a window fits, by counting them. */
export const countPlaces = (length: number, size: number, settings: Settings) =>
  placesOf(length, size, settings).length;

/**
 * What a layer says, by cutting the windows out of the padded signal.
 * @param x [length, channels] @param kernel [size, channels, filters] @param bias one for each filter
 */
export function layerOf(
  x: readonly (readonly number[])[],
  kernel: readonly (readonly (readonly number[])[])[],
  bias: readonly number[],
  settings: Settings,
): number[][] {
  const nothing = Array.from({ length: settings.padding }, () => kernel[0]!.map(() => 0));
  const padded = [...nothing, ...x, ...nothing];
  const weights = kernel.flat();
  return placesOf(x.length, kernel.length, settings).map((left) => {
    const window = kernel.flatMap((_, j) => padded[left + j * settings.dilation]!);
    return bias.map((start, filter) =>
      window.reduce((sum, value, index) => sum + value * weights[index]![filter]!, start),
    );
  });
}

/** The same for one channel and one filter without bias. */
export function responsesOf(x: readonly number[], kernel: readonly number[], settings: Settings): number[] {
  const one = kernel.map((weight) => [[weight]]);
  return layerOf(
    x.map((value) => [value]),
    one,
    [0],
    settings,
  ).flat();
}
