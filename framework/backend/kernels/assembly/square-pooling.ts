import { give, take } from './lanes';
import { Window } from './window';

// The most frequent pool: windows of 2×2 side by side, within the image. Same results as in pooling.ts.

/** Whether a pool is of that kind. */
export function isSquare(window: Window): bool {
  return (
    window.filterHeight == 2 &&
    window.filterWidth == 2 &&
    window.strideHeight == 2 &&
    window.strideWidth == 2 &&
    window.dilationHeight == 1 &&
    window.dilationWidth == 1 &&
    window.padTop == 0 &&
    window.padLeft == 0 &&
    2 * window.outHeight <= window.inHeight &&
    2 * window.outWidth <= window.inWidth
  );
}

/** The largest element under each window, NaN if there is one. */
export function maxPoolOfSquares(window: Window, x: usize, y: usize): void {
  const pixelBytes = (window.channels as usize) << 2;
  const lineBytes = (window.inWidth as usize) * pixelBytes;
  const imageBytes = (window.inHeight as usize) * lineBytes;
  for (let image = 0; image < window.images; image++, x += imageBytes) {
    let top = x;
    for (let row = 0; row < window.outHeight; row++, top += 2 * lineBytes) {
      let corner = top;
      for (let column = 0; column < window.outWidth; column++, corner += 2 * pixelBytes, y += pixelBytes) {
        let offset: usize = 0;
        for (let left = window.channels; left > 0; left -= 4, offset += 16) {
          const pixel = corner + offset;
          const above = f32x4.max(take(pixel, left), take(pixel + pixelBytes, left));
          const below = f32x4.max(take(pixel + lineBytes, left), take(pixel + lineBytes + pixelBytes, left));
          give(y + offset, f32x4.max(above, below), left);
        }
      }
    }
  }
}

/** The gradient: each `dy` to the first of the largest elements under its window, zeros to the others. */
export function maxPoolOfSquaresGradient(window: Window, x: usize, dy: usize, dx: usize): void {
  const pixelBytes = (window.channels as usize) << 2;
  const lineBytes = (window.inWidth as usize) * pixelBytes;
  const coveredBytes = ((2 * window.outWidth) as usize) * pixelBytes;
  const uncoveredLines = window.inHeight - 2 * window.outHeight;
  for (let image = 0; image < window.images; image++) {
    for (let row = 0; row < window.outHeight; row++, x += 2 * lineBytes, dx += 2 * lineBytes) {
      for (let at: usize = 0; at < coveredBytes; at += 2 * pixelBytes, dy += pixelBytes) {
        let offset: usize = at;
        for (let left = window.channels; left > 0; left -= 4, offset += 16) {
          passOn(x + offset, take(dy + offset - at, left), dx + offset, lineBytes, pixelBytes, left);
        }
      }
      // A last column that no window covers.
      memory.fill(dx + coveredBytes, 0, lineBytes - coveredBytes);
      memory.fill(dx + lineBytes + coveredBytes, 0, lineBytes - coveredBytes);
    }
    const bytes = (uncoveredLines as usize) * lineBytes;
    memory.fill(dx, 0, bytes);
    x += bytes;
    dx += bytes;
  }
}

function passOn(x: usize, dy: v128, dx: usize, lineBytes: usize, pixelBytes: usize, left: i32): void {
  const x0 = take(x, left);
  const x1 = take(x + pixelBytes, left);
  const x2 = take(x + lineBytes, left);
  const x3 = take(x + lineBytes + pixelBytes, left);
  // NaN is not larger than anything.
  const lowest = f32x4.splat(-Infinity);
  const larger0 = f32x4.gt(x0, lowest);
  const largest0 = v128.bitselect(x0, lowest, larger0);
  const larger1 = f32x4.gt(x1, largest0);
  const largest1 = v128.bitselect(x1, largest0, larger1);
  const larger2 = f32x4.gt(x2, largest1);
  const largest2 = v128.bitselect(x2, largest1, larger2);
  const larger3 = f32x4.gt(x3, largest2);
  const rest2 = v128.andnot(dy, larger3);
  const rest1 = v128.andnot(rest2, larger2);
  const rest0 = v128.andnot(rest1, larger1);
  give(dx, v128.and(rest0, larger0), left);
  give(dx + pixelBytes, v128.and(rest1, larger1), left);
  give(dx + lineBytes, v128.and(rest2, larger2), left);
  give(dx + lineBytes + pixelBytes, v128.and(dy, larger3), left);
}
