import { give, take } from './lanes';
import { isSquare, maxPoolOfSquares, maxPoolOfSquaresGradient } from './square-pooling';
import { Window } from './window';

// A window looks at each channel by itself. Channels go in fours; the last one to three singly, by the same steps.

/** The part of the input under a window at one position, padding left out; see {@link locate}. */
let firstPixel: usize = 0;
let rows: i32 = 0;
let columns: i32 = 0;
let rowStep: usize = 0;
let columnStep: usize = 0;

/** The largest element under each window, NaN if there is one; `y` is `[images, outHeight, outWidth, channels]`. */
export function maxPool(window: Window, x: usize, y: usize): void {
  if (isSquare(window)) {
    maxPoolOfSquares(window, x, y);
    return;
  }
  const pixelBytes = (window.channels as usize) << 2;
  const total = positions(window);
  for (let position = 0; position < total; position++, y += pixelBytes) {
    locate(window, position);
    let offset: usize = 0;
    for (; offset + 16 <= pixelBytes; offset += 16) {
      let largest = f32x4.splat(-Infinity);
      for (let row = 0, line = x + firstPixel + offset; row < rows; row++, line += rowStep) {
        for (let column = 0, pixel = line; column < columns; column++, pixel += columnStep) {
          largest = f32x4.max(v128.load(pixel), largest);
        }
      }
      v128.store(y + offset, largest);
    }
    for (; offset < pixelBytes; offset += 4) {
      let largest: f32 = -Infinity;
      for (let row = 0, line = x + firstPixel + offset; row < rows; row++, line += rowStep) {
        for (let column = 0, pixel = line; column < columns; column++, pixel += columnStep) {
          largest = max<f32>(load<f32>(pixel), largest);
        }
      }
      store<f32>(y + offset, largest);
    }
  }
}

/**
 * The gradient of {@link maxPool} by `x`: each `dy` goes to the first of the largest elements under its window.
 * NaN is not larger than anything; a window of NaN alone gives its gradient to none.
 */
export function maxPoolGradient(window: Window, x: usize, dy: usize, dx: usize): void {
  if (isSquare(window)) {
    maxPoolOfSquaresGradient(window, x, dy, dx);
    return;
  }
  const pixelBytes = (window.channels as usize) << 2;
  const total = positions(window);
  memory.fill(dx, 0, inputBytes(window));
  for (let position = 0; position < total; position++, dy += pixelBytes) {
    locate(window, position);
    let offset: usize = 0;
    for (; offset + 16 <= pixelBytes; offset += 16) {
      passToLargestOfFour(x + firstPixel + offset, v128.load(dy + offset), dx + firstPixel + offset);
    }
    for (; offset < pixelBytes; offset += 4) {
      passToLargest(x + firstPixel + offset, load<f32>(dy + offset), dx + firstPixel + offset);
    }
  }
}

/** The mean of the elements under each window, padding left out. */
export function averagePool(window: Window, x: usize, y: usize): void {
  const pixelBytes = (window.channels as usize) << 2;
  const total = positions(window);
  memory.fill(y, 0, (total as usize) * pixelBytes);
  for (let position = 0; position < total; position++, y += pixelBytes) {
    locate(window, position);
    const share: f32 = 1 / ((rows * columns) as f32);
    for (let row = 0, line = x + firstPixel; row < rows; row++, line += rowStep) {
      for (let column = 0, pixel = line; column < columns; column++, pixel += columnStep) {
        addScaled(pixel, share, y, pixelBytes);
      }
    }
  }
}

/** The gradient of {@link averagePool} by `x`: each `dy` in equal shares to the elements under its window. */
export function averagePoolGradient(window: Window, dy: usize, dx: usize): void {
  const pixelBytes = (window.channels as usize) << 2;
  const total = positions(window);
  memory.fill(dx, 0, inputBytes(window));
  for (let position = 0; position < total; position++, dy += pixelBytes) {
    locate(window, position);
    const share: f32 = 1 / ((rows * columns) as f32);
    for (let row = 0, line = dx + firstPixel; row < rows; row++, line += rowStep) {
      for (let column = 0, pixel = line; column < columns; column++, pixel += columnStep) {
        addScaled(dy, share, pixel, pixelBytes);
      }
    }
  }
}

/**
 * The gradient of the largest of all pixels, `y` `[images, channels]` of `x` `[images, pixels, channels]`: each `dy`
 * goes to every pixel that is as large, as TensorFlow.js has it for the maximum along an axis.
 */
export function passToAllLargest(
  x: usize,
  y: usize,
  dy: usize,
  images: i32,
  pixels: i32,
  channels: i32,
  dx: usize,
): void {
  const pixelBytes = (channels as usize) << 2;
  for (let image = 0; image < images; image++, y += pixelBytes, dy += pixelBytes) {
    for (let pixel = 0; pixel < pixels; pixel++) {
      let offset: usize = 0;
      for (let left = channels; left > 0; left -= 4, offset += 16) {
        const largest = f32x4.eq(take(x + offset, left), take(y + offset, left));
        give(dx + offset, v128.and(take(dy + offset, left), largest), left);
      }
      x += pixelBytes;
      dx += pixelBytes;
    }
  }
}

function passToLargestOfFour(x: usize, dy: v128, dx: usize): void {
  let largest = f32x4.splat(-Infinity);
  let place = i32x4.splat(-1);
  let number = 0;
  for (let row = 0, line = x; row < rows; row++, line += rowStep) {
    for (let column = 0, pixel = line; column < columns; column++, pixel += columnStep, number++) {
      const candidate = v128.load(pixel);
      const larger = f32x4.gt(candidate, largest);
      largest = v128.bitselect(candidate, largest, larger);
      place = v128.bitselect(i32x4.splat(number), place, larger);
    }
  }
  number = 0;
  for (let row = 0, line = dx; row < rows; row++, line += rowStep) {
    for (let column = 0, pixel = line; column < columns; column++, pixel += columnStep, number++) {
      const share = v128.and(dy, i32x4.eq(place, i32x4.splat(number)));
      v128.store(pixel, f32x4.add(v128.load(pixel), share));
    }
  }
}

function passToLargest(x: usize, dy: f32, dx: usize): void {
  let largest: f32 = -Infinity;
  let place: usize = -1;
  for (let row = 0, line = x; row < rows; row++, line += rowStep) {
    for (let column = 0, pixel = line; column < columns; column++, pixel += columnStep) {
      const candidate = load<f32>(pixel);
      if (candidate > largest) {
        largest = candidate;
        place = pixel - x;
      }
    }
  }
  if (place != -1) store<f32>(dx + place, load<f32>(dx + place) + dy);
}

function addScaled(source: usize, factor: f32, target: usize, bytes: usize): void {
  const lanes = f32x4.splat(factor);
  let offset: usize = 0;
  for (; offset + 16 <= bytes; offset += 16) {
    const term = f32x4.mul(v128.load(source + offset), lanes);
    v128.store(target + offset, f32x4.add(v128.load(target + offset), term));
  }
  for (; offset < bytes; offset += 4) {
    store<f32>(target + offset, load<f32>(target + offset) + load<f32>(source + offset) * factor);
  }
}

/**
 * Finds what lies under the window at a position, counted over images, rows and columns: the byte of the first
 * pixel, how many rows and columns of pixels, and the bytes from one to the next.
 */
function locate(window: Window, position: i32): void {
  const perImage = window.outHeight * window.outWidth;
  const image = position / perImage;
  const place = position - image * perImage;
  const outRow = place / window.outWidth;
  const outColumn = place - outRow * window.outWidth;

  const top = outRow * window.strideHeight - window.padTop;
  const left = outColumn * window.strideWidth - window.padLeft;
  const skippedRows = stepsBelow(-top, window.dilationHeight);
  const skippedColumns = stepsBelow(-left, window.dilationWidth);
  rows = min(window.filterHeight, stepsBelow(window.inHeight - top, window.dilationHeight)) - skippedRows;
  columns = min(window.filterWidth, stepsBelow(window.inWidth - left, window.dilationWidth)) - skippedColumns;

  const pixelBytes = (window.channels as usize) << 2;
  const lineBytes = (window.inWidth as usize) * pixelBytes;
  rowStep = (window.dilationHeight as usize) * lineBytes;
  columnStep = (window.dilationWidth as usize) * pixelBytes;
  const row = image * window.inHeight + top + skippedRows * window.dilationHeight;
  const column = left + skippedColumns * window.dilationWidth;
  firstPixel = (row as usize) * lineBytes + (column as usize) * pixelBytes;
}

/** How many of 0, step, 2 · step … lie below a limit. */
function stepsBelow(limit: i32, step: i32): i32 {
  if (limit <= 0) return 0;
  return step == 1 ? limit : (limit + step - 1) / step;
}

function positions(window: Window): i32 {
  return window.images * window.outHeight * window.outWidth;
}

function inputBytes(window: Window): usize {
  return ((window.images * window.inHeight * window.inWidth * window.channels) as usize) << 2;
}
