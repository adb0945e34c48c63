import { multiply, multiplyPackedLeft, multiplyScratchBytes } from './matmul';
import { elementPanelBytes, listPatches, packPatches, packPatchesByElement } from './packed-patches';
import { paddedHeight, paddedWidth, padImages } from './padding';
import { addPatches } from './patches';
import {
  isWinograd,
  reverseWindow,
  winogradConvolve,
  winogradFilterGradient,
  winogradScratchBytes,
} from './winograd';
import { Window } from './window';

/** Patches are laid out in blocks of at most this many positions and about this many floats. */
const MOST_POSITIONS: i32 = 256;
const MOST_FLOATS: i32 = 1 << 16;
const FEWEST_POSITIONS: i32 = 16;

/** Bytes of scratch memory that the three functions of this file need. */
export function convolutionScratchBytes(window: Window): usize {
  const bytes = patchesOffset(window) + patchesBytes(window);
  return isWinograd(window) ? max(bytes, winogradScratchBytes(window)) : bytes;
}

/** Convolution: `y = x * filter`; the filter is `[filterHeight, filterWidth, channels, outChannels]`. */
export function convolve(window: Window, x: usize, filter: usize, y: usize, scratch: usize): void {
  const elements = filterElements(window);
  const outChannels = window.outChannels;
  if (isMatrixProduct(window)) {
    const total = positions(window, window.images);
    multiply(total, outChannels, elements, x, elements, 1, filter, outChannels, 1, y, false, scratch);
    return;
  }
  if (isWinograd(window)) {
    winogradConvolve(window, x, filter, false, y, scratch);
    return;
  }
  const starts = scratch + multiplyScratchBytes();
  const padded = starts + STARTS_BYTES;
  const patches = scratch + patchesOffset(window);
  const block = blockOf(window);
  const group = groupOf(window);
  const panelBytes = (elements as usize) << 4;
  for (let image = 0; image < window.images; image += group) {
    const images: i32 = min(group, window.images - image);
    padImages(window, x, image, images, padded);
    const total = positions(window, images);
    for (let first = 0; first < total; first += block) {
      const count: i32 = min(block, total - first);
      listPatches(window, padded, first, count, starts);
      packPatches(window, starts, count, patches);
      multiplyPackedLeft(
        count,
        outChannels,
        elements,
        patches,
        panelBytes,
        filter,
        outChannels,
        1,
        y,
        false,
        scratch,
      );
      y += ((count * outChannels) as usize) << 2;
    }
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
  if (isMatrixProduct(window)) {
    const total = positions(window, window.images);
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
  if (isWinograd(window)) {
    winogradFilterGradient(window, x, dy, filterGradient, scratch);
    return;
  }
  memory.fill(filterGradient, 0, ((elements * outChannels) as usize) << 2);
  const starts = scratch + multiplyScratchBytes();
  const padded = starts + STARTS_BYTES;
  const patches = scratch + patchesOffset(window);
  const block = blockOf(window);
  const group = groupOf(window);
  for (let image = 0; image < window.images; image += group) {
    const images: i32 = min(group, window.images - image);
    padImages(window, x, image, images, padded);
    const total = positions(window, images);
    for (let first = 0; first < total; first += block) {
      const count: i32 = min(block, total - first);
      listPatches(window, padded, first, count, starts);
      packPatchesByElement(window, starts, count, patches);
      const panelBytes = elementPanelBytes(count);
      multiplyPackedLeft(
        elements,
        outChannels,
        count,
        patches,
        panelBytes,
        dy,
        outChannels,
        1,
        filterGradient,
        true,
        scratch,
      );
      dy += ((count * outChannels) as usize) << 2;
    }
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
  const total = positions(window, window.images);
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
  if (isWinograd(window)) {
    winogradConvolve(reverseWindow(window, scratch), dy, filter, true, inputGradient, scratch);
    return;
  }
  const pixels = window.images * window.inHeight * window.inWidth;
  memory.fill(inputGradient, 0, ((pixels * window.channels) as usize) << 2);
  const patches = scratch + patchesOffset(window);
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

// Scratch memory: that of the product, the starts of a block of patches, a group of padded images, the patches.

const STARTS_BYTES: usize = 4 * MOST_POSITIONS;

function patchesOffset(window: Window): usize {
  const paddedFloats = groupOf(window) * paddedHeight(window) * paddedWidth(window) * window.channels;
  return multiplyScratchBytes() + STARTS_BYTES + ((paddedFloats as usize) << 2);
}

function patchesBytes(window: Window): usize {
  const elements = filterElements(window);
  const block = blockOf(window);
  const panels = ((elements + 3) >> 2) as usize;
  return max(panels * elementPanelBytes(block), ((block * elements) as usize) << 2);
}

function blockOf(window: Window): i32 {
  const fitting = MOST_FLOATS / max(1, filterElements(window));
  return min(MOST_POSITIONS, max(FEWEST_POSITIONS, fitting & ~3));
}

/** Number of images that are padded at once. */
function groupOf(window: Window): i32 {
  const image = paddedHeight(window) * paddedWidth(window) * window.channels;
  return max(1, min(window.images, MOST_FLOATS / max(1, image)));
}

function positions(window: Window, images: i32): i32 {
  return images * window.outHeight * window.outWidth;
}

function filterElements(window: Window): i32 {
  return window.filterHeight * window.filterWidth * window.channels;
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
