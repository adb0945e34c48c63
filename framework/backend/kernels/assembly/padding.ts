import { Window } from './window';

/** Rows of an image that its windows see, padding included. */
export function paddedHeight(window: Window): i32 {
  return (window.outHeight - 1) * window.strideHeight + (window.filterHeight - 1) * window.dilationHeight + 1;
}

/** Columns of an image that its windows see, padding included. */
export function paddedWidth(window: Window): i32 {
  return (window.outWidth - 1) * window.strideWidth + (window.filterWidth - 1) * window.dilationWidth + 1;
}

/**
 * Copies images into frames of zeros `[images, paddedHeight, paddedWidth, channels]`, so that every window lies
 * within one.
 */
export function padImages(window: Window, x: usize, first: i32, images: i32, target: usize): void {
  const pixelBytes = (window.channels as usize) << 2;
  const height = paddedHeight(window);
  const width = paddedWidth(window);
  const leftBytes = (min(window.padLeft, width) as usize) * pixelBytes;
  const columns: i32 = max(0, min(window.inWidth, width - window.padLeft));
  const copiedBytes = (columns as usize) * pixelBytes;
  const lineBytes = (width as usize) * pixelBytes;
  const sourceLineBytes = (window.inWidth as usize) * pixelBytes;
  for (let image = first; image < first + images; image++) {
    for (let line = 0; line < height; line++, target += lineBytes) {
      const row = line - window.padTop;
      if (row < 0 || row >= window.inHeight || columns == 0) {
        memory.fill(target, 0, lineBytes);
        continue;
      }
      const source = x + ((image * window.inHeight + row) as usize) * sourceLineBytes;
      const right = leftBytes + copiedBytes;
      memory.fill(target, 0, leftBytes);
      memory.copy(target + leftBytes, source, copiedBytes);
      memory.fill(target + right, 0, lineBytes - right);
    }
  }
}
