import { Window } from './window';

/**
 * Adds patches `[count, filterHeight · filterWidth · channels]` to the pixels that the filter sees at their
 * positions, in order.
 * @param first number of the first position, counted over images, rows and columns
 */
export function addPatches(window: Window, patches: usize, first: i32, count: i32, x: usize): void {
  const pixelBytes = (window.channels as usize) << 2;
  const runBytes = (window.filterWidth as usize) * pixelBytes;
  const perImage = window.outHeight * window.outWidth;
  for (let position = first; position < first + count; position++) {
    const image = position / perImage;
    const place = position - image * perImage;
    const outRow = place / window.outWidth;
    const left = (place - outRow * window.outWidth) * window.strideWidth - window.padLeft;
    const top = outRow * window.strideHeight - window.padTop;
    for (let filterRow = 0; filterRow < window.filterHeight; filterRow++) {
      const row = top + filterRow * window.dilationHeight;
      if (row < 0 || row >= window.inHeight) {
        patches += runBytes;
      } else if (window.dilationWidth == 1 && left >= 0 && left + window.filterWidth <= window.inWidth) {
        addFloats(
          patches,
          x + (((image * window.inHeight + row) * window.inWidth + left) as usize) * pixelBytes,
          runBytes,
        );
        patches += runBytes;
      } else {
        for (let filterColumn = 0; filterColumn < window.filterWidth; filterColumn++, patches += pixelBytes) {
          const column = left + filterColumn * window.dilationWidth;
          if (column < 0 || column >= window.inWidth) continue;
          addFloats(
            patches,
            x + (((image * window.inHeight + row) * window.inWidth + column) as usize) * pixelBytes,
            pixelBytes,
          );
        }
      }
    }
  }
}

function addFloats(source: usize, target: usize, bytes: usize): void {
  const end = target + bytes;
  for (; target + 16 <= end; source += 16, target += 16) {
    v128.store(target, f32x4.add(v128.load(target), v128.load(source)));
  }
  for (; target < end; source += 4, target += 4) store<f32>(target, load<f32>(target) + load<f32>(source));
}
