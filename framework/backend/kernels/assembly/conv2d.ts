import { multiply, multiplyScratchBytes } from './matmul';
import { addPatches, layOutPatches } from './patches';
import { Window } from './window';

/** Patches are laid out in blocks of at most this many positions and about this many floats. */
const MOST_POSITIONS: i32 = 256;
const MOST_FLOATS: i32 = 1 << 16;
const FEWEST_POSITIONS: i32 = 16;

/** Bytes of scratch memory that the three functions of this file need. */
export function convolutionScratchBytes(window: Window): usize {
  return multiplyScratchBytes() + (((blockOf(window) * filterElements(window)) as usize) << 2);
}

/** Convolution: `y = x * filter`; the filter is `[filterHeight, filterWidth, channels, outChannels]`. */
export function convolve(window: Window, x: usize, filter: usize, y: usize, scratch: usize): void {
  const elements = filterElements(window);
  const outChannels = window.outChannels;
  const total = positions(window);
  if (isMatrixProduct(window)) {
    multiply(total, outChannels, elements, x, elements, 1, filter, outChannels, 1, y, false, scratch);
    return;
  }
  const patches = scratch + multiplyScratchBytes();
  const block = blockOf(window);
  for (let first = 0; first < total; first += block) {
    const count: i32 = min(block, total - first);
    layOutPatches(window, x, first, count, patches);
    const rows = y + (((first * outChannels) as usize) << 2);
    multiply(
      count,
      outChannels,
      elements,
      patches,
      elements,
      1,
      filter,
      outChannels,
      1,
      rows,
      false,
      scratch,
    );
  }
}

/** The gradient by the filter: the product of the transposed patches and the output's gradient `dy`. */
export function convolutionFilterGradient(
  window: Window,
  x: usize,
  dy: usize,
  filterGradient: usize,
  scratch: usize,
): void {
  const elements = filterElements(window);
  const outChannels = window.outChannels;
  const total = positions(window);
  if (total == 0) memory.fill(filterGradient, 0, ((elements * outChannels) as usize) << 2);
  if (isMatrixProduct(window)) {
    multiply(
      elements,
      outChannels,
      total,
      x,
      1,
      elements,
      dy,
      outChannels,
      1,
      filterGradient,
      false,
      scratch,
    );
    return;
  }
  const patches = scratch + multiplyScratchBytes();
  const block = blockOf(window);
  for (let first = 0; first < total; first += block) {
    const count: i32 = min(block, total - first);
    layOutPatches(window, x, first, count, patches);
    const rows = dy + (((first * outChannels) as usize) << 2);
    const add = first > 0;
    multiply(
      elements,
      outChannels,
      count,
      patches,
      1,
      elements,
      rows,
      outChannels,
      1,
      filterGradient,
      add,
      scratch,
    );
  }
}

/** The gradient by the input: each position's gradient by its patch, added where the patch came from. */
export function convolutionInputGradient(
  window: Window,
  dy: usize,
  filter: usize,
  inputGradient: usize,
  scratch: usize,
): void {
  const elements = filterElements(window);
  const outChannels = window.outChannels;
  const total = positions(window);
  if (isMatrixProduct(window)) {
    multiply(
      total,
      elements,
      outChannels,
      dy,
      outChannels,
      1,
      filter,
      1,
      outChannels,
      inputGradient,
      false,
      scratch,
    );
    return;
  }
  const pixels = window.images * window.inHeight * window.inWidth;
  memory.fill(inputGradient, 0, ((pixels * window.channels) as usize) << 2);
  const patches = scratch + multiplyScratchBytes();
  const block = blockOf(window);
  for (let first = 0; first < total; first += block) {
    const count: i32 = min(block, total - first);
    const rows = dy + (((first * outChannels) as usize) << 2);
    multiply(
      count,
      elements,
      outChannels,
      rows,
      outChannels,
      1,
      filter,
      1,
      outChannels,
      patches,
      false,
      scratch,
    );
    addPatches(window, patches, first, count, inputGradient);
  }
}

function positions(window: Window): i32 {
  return window.images * window.outHeight * window.outWidth;
}

function filterElements(window: Window): i32 {
  return window.filterHeight * window.filterWidth * window.channels;
}

function blockOf(window: Window): i32 {
  const fitting = MOST_FLOATS / max(1, filterElements(window));
  return min(MOST_POSITIONS, max(FEWEST_POSITIONS, fitting));
}

/** A 1×1 filter at every pixel: the images themselves are the patches. */
function isMatrixProduct(window: Window): bool {
  return (
    window.filterHeight == 1 &&
    window.filterWidth == 1 &&
    window.strideHeight == 1 &&
    window.strideWidth == 1 &&
    window.padTop == 0 &&
    window.padLeft == 0 &&
    window.outHeight == window.inHeight &&
    window.outWidth == window.inWidth
  );
}
