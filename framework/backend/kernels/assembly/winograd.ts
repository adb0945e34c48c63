import { multiply, multiplyScratchBytes } from './matmul';
import { listPatches } from './packed-patches';
import { paddedHeight, paddedWidth, padImages } from './padding';
import { Window } from './window';
import {
  GAP,
  transformBack,
  transformFilter,
  transformFilterBack,
  transformGradient,
  transformTiles,
} from './winograd-transforms';

// Convolution with 3×3 filters by Winograd's minimal algorithm F(2×2, 3×3): 16 products for 4 outputs instead of 36
// (Lavin and Gray, "Fast algorithms for convolutional neural networks", 2015). The input is cut into tiles of 4×4
// that overlap by two; tiles and filters are transformed by additions, multiplied place by place, which for all
// channels together are 16 matrix products, and transformed back into 2×2 outputs.
// A NaN or an infinity spreads over the outputs of its tile.

const PLACES: i32 = 16;
/** Tiles are transformed in blocks of at most this many and about this many floats at each place. */
const MOST_TILES: i32 = 256;
const MOST_FLOATS: i32 = 1 << 13;
const WINDOW_BYTES: usize = 64;
const STARTS_BYTES: usize = 4 * MOST_TILES;

/** Whether {@link winogradConvolve} takes a convolution, and its gradient by the input. */
export function isWinograd(window: Window): bool {
  return (
    window.filterHeight == 3 &&
    window.filterWidth == 3 &&
    window.strideHeight == 1 &&
    window.strideWidth == 1 &&
    window.dilationHeight == 1 &&
    window.dilationWidth == 1 &&
    window.padTop <= 2 &&
    window.padLeft <= 2 &&
    (window.channels & 3) == 0 &&
    (window.outChannels & 3) == 0 &&
    window.channels >= 8 &&
    window.outChannels >= 8
  );
}

/** Bytes of scratch memory for the convolutions of this file, with the window or its reverse. */
export function winogradScratchBytes(window: Window): usize {
  const height = max(window.inHeight, window.outHeight) + 4;
  const width = max(window.inWidth, window.outWidth) + 4;
  const channels = max(window.channels, window.outChannels);
  const image = height * width * channels;
  const padded = max(image, min(window.images * image, 4 * MOST_FLOATS));
  const both = window.channels + window.outChannels;
  const floats = padded + PLACES * (window.channels * window.outChannels + tilesOf(window) * both + 2 * GAP);
  return multiplyScratchBytes() + 2 * WINDOW_BYTES + STARTS_BYTES + ((floats as usize) << 2);
}

/**
 * Convolution with 3×3 filters and stride 1.
 * @param filter `[3, 3, channels, outChannels]`
 * @param reversed whether the filter is turned around and goes from outChannels to channels: then this is the
 * gradient by the input of a convolution with that filter; `window`, `x` and `y` are those of this convolution,
 * from the output's gradient to the input's, and the filter is `[3, 3, window.outChannels, window.channels]`
 */
export function winogradConvolve(
  window: Window,
  x: usize,
  filter: usize,
  reversed: bool,
  y: usize,
  scratch: usize,
): void {
  const channels = window.channels;
  const outChannels = window.outChannels;
  const tiles = changetype<Window>(scratch + multiplyScratchBytes() + WINDOW_BYTES);
  describeTiles(window, tiles);
  const starts = changetype<usize>(tiles) + WINDOW_BYTES;
  const filters = starts + STARTS_BYTES;
  const block = tilesOf(window);
  const placeFloats = channels * outChannels;
  const transformed = filters + ((PLACES * placeFloats) << 2);
  const products = transformed + ((PLACES * (block * channels + GAP)) << 2);
  const padded = products + ((PLACES * (block * outChannels + GAP)) << 2);
  transformFilter(filter, placeFloats, filters);

  const perImage = tiles.outHeight * tiles.outWidth;
  const group = groupOf(window, tiles);
  for (let image = 0; image < window.images; image += group) {
    const images: i32 = min(group, window.images - image);
    padImages(tiles, x, image, images, padded);
    for (let first = 0; first < images * perImage; first += block) {
      const count: i32 = min(block, images * perImage - first);
      listPatches(tiles, padded, first, count, starts);
      transformTiles(tiles, starts, count, transformed);
      for (let place = 0; place < PLACES; place++) {
        const left = transformed + ((place * (count * channels + GAP)) << 2);
        const right = filters + (((reversed ? reverseOf(place) : place) * placeFloats) << 2);
        const product = products + ((place * (count * outChannels + GAP)) << 2);
        const depthStride = reversed ? 1 : outChannels;
        const columnStride = reversed ? channels : 1;
        multiply(
          count,
          outChannels,
          channels,
          left,
          channels,
          1,
          right,
          depthStride,
          columnStride,
          product,
          false,
          scratch,
        );
      }
      transformBack(window, tiles, products, image * perImage + first, count, y);
    }
  }
}

/** The gradient by a 3×3 filter: the chain rule through the transforms, again 16 products. */
export function winogradFilterGradient(
  window: Window,
  x: usize,
  dy: usize,
  filterGradient: usize,
  scratch: usize,
): void {
  const channels = window.channels;
  const outChannels = window.outChannels;
  const tiles = changetype<Window>(scratch + multiplyScratchBytes() + WINDOW_BYTES);
  describeTiles(window, tiles);
  const starts = changetype<usize>(tiles) + WINDOW_BYTES;
  const sums = starts + STARTS_BYTES;
  const block = tilesOf(window);
  const placeFloats = channels * outChannels;
  const transformed = sums + ((PLACES * placeFloats) << 2);
  const gradients = transformed + ((PLACES * (block * channels + GAP)) << 2);
  const padded = gradients + ((PLACES * (block * outChannels + GAP)) << 2);
  memory.fill(sums, 0, ((PLACES * placeFloats) as usize) << 2);

  const perImage = tiles.outHeight * tiles.outWidth;
  const group = groupOf(window, tiles);
  for (let image = 0; image < window.images; image += group) {
    const images: i32 = min(group, window.images - image);
    padImages(tiles, x, image, images, padded);
    for (let first = 0; first < images * perImage; first += block) {
      const count: i32 = min(block, images * perImage - first);
      listPatches(tiles, padded, first, count, starts);
      transformTiles(tiles, starts, count, transformed);
      transformGradient(window, tiles, dy, image * perImage + first, count, gradients);
      for (let place = 0; place < PLACES; place++) {
        const left = transformed + ((place * (count * channels + GAP)) << 2);
        const right = gradients + ((place * (count * outChannels + GAP)) << 2);
        const sum = sums + ((place * placeFloats) << 2);
        multiply(channels, outChannels, count, left, 1, channels, right, outChannels, 1, sum, true, scratch);
      }
    }
  }
  transformFilterBack(sums, placeFloats, filterGradient);
}

/** The same convolution seen from its output: from `dy` to `dx`. */
export function reverseWindow(window: Window, scratch: usize): Window {
  const reverse = changetype<Window>(scratch + multiplyScratchBytes());
  memory.copy(changetype<usize>(reverse), changetype<usize>(window), WINDOW_BYTES - 4);
  reverse.inHeight = window.outHeight;
  reverse.inWidth = window.outWidth;
  reverse.channels = window.outChannels;
  reverse.outHeight = window.inHeight;
  reverse.outWidth = window.inWidth;
  reverse.outChannels = window.channels;
  reverse.padTop = 2 - window.padTop;
  reverse.padLeft = 2 - window.padLeft;
  return reverse;
}

/** Number of images that are padded at once. */
function groupOf(window: Window, tiles: Window): i32 {
  const imageFloats = paddedHeight(tiles) * paddedWidth(tiles) * window.channels;
  return max(1, min(window.images, (4 * MOST_FLOATS) / imageFloats));
}

/** Tiles in a block. */
function tilesOf(window: Window): i32 {
  const fitting = MOST_FLOATS / (window.channels + window.outChannels);
  return max(16, min(MOST_TILES, fitting & ~3));
}

/** The tiles as windows of 4×4 that go by two. */
function describeTiles(window: Window, tiles: Window): void {
  memory.copy(changetype<usize>(tiles), changetype<usize>(window), WINDOW_BYTES - 4);
  tiles.outHeight = (window.outHeight + 1) >> 1;
  tiles.outWidth = (window.outWidth + 1) >> 1;
  tiles.filterHeight = 4;
  tiles.filterWidth = 4;
  tiles.strideHeight = 2;
  tiles.strideWidth = 2;
}

/** Where the transform of a filter that is turned around has what the filter's has at a place. */
function reverseOf(place: i32): i32 {
  return reverseOfLine(place >> 2) * 4 + reverseOfLine(place & 3);
}

function reverseOfLine(line: i32): i32 {
  return line == 0 ? 3 : line == 3 ? 0 : line;
}
