import { paddedHeight, paddedWidth } from './padding';
import { Window } from './window';

// What a filter sees at each output position, read from padded images and laid out in the order in which the tile
// reads it.

/** Bytes of each panel of {@link packPatchesByElement}: not a power of two, which caches like better. */
export function elementPanelBytes(count: i32): usize {
  return ((count as usize) << 4) + 64;
}

/**
 * Lists where the patches of positions begin.
 * @param padded the first of the images, padded
 * @param first number of the first position, counted over these images, rows and columns
 * @param starts one address for each position
 */
export function listPatches(window: Window, padded: usize, first: i32, count: i32, starts: usize): void {
  const pixelBytes = (window.channels as usize) << 2;
  const lineBytes = (paddedWidth(window) as usize) * pixelBytes;
  const imageBytes = (paddedHeight(window) as usize) * lineBytes;
  const columnStep = (window.strideWidth as usize) * pixelBytes;
  const rowStep = (window.strideHeight as usize) * lineBytes;

  const perImage = window.outHeight * window.outWidth;
  let image = first / perImage;
  let row = (first - image * perImage) / window.outWidth;
  let column = first - image * perImage - row * window.outWidth;
  const end = starts + ((count as usize) << 2);
  while (starts < end) {
    const line = padded + (image as usize) * imageBytes + (row as usize) * rowStep;
    for (; column < window.outWidth && starts < end; column++, starts += 4) {
      store<u32>(starts, (line + (column as usize) * columnStep) as u32);
    }
    column = 0;
    if (++row == window.outHeight) {
      row = 0;
      image++;
    }
  }
}

/** Patches as the left side of a product `[count, elements]`: panels of four positions, each `[elements, 4]`. */
export function packPatches(window: Window, starts: usize, count: i32, target: usize): void {
  const pixelBytes = (window.channels as usize) << 2;
  const rowStep = (window.dilationHeight as usize) * (paddedWidth(window) as usize) * pixelBytes;
  const columnStep = (window.dilationWidth as usize) * pixelBytes;
  // Without dilation a row of the filter lies together.
  const together = window.dilationWidth == 1;
  const runs: i32 = together ? 1 : window.filterWidth;
  const run: i32 = together ? window.filterWidth * window.channels : window.channels;
  for (let position = 0; position < count; position += 4, starts += 16) {
    // Behind the end stands the last position; what comes of it is cut off.
    const last = count - 1 - position;
    let line0 = load<u32>(starts) as usize;
    let line1 = load<u32>(starts + ((min(1, last) as usize) << 2)) as usize;
    let line2 = load<u32>(starts + ((min(2, last) as usize) << 2)) as usize;
    let line3 = load<u32>(starts + ((min(3, last) as usize) << 2)) as usize;
    const neighbours = line1 == line0 + 4 && line2 == line0 + 8 && line3 == line0 + 12;
    for (let filterRow = 0; filterRow < window.filterHeight; filterRow++) {
      for (let index = 0, offset: usize = 0; index < runs; index++, offset += columnStep) {
        if (neighbours) target = copyNeighbours(line0 + offset, run, target);
        else target = interleave(line0 + offset, line1 + offset, line2 + offset, line3 + offset, run, target);
      }
      line0 += rowStep;
      line1 += rowStep;
      line2 += rowStep;
      line3 += rowStep;
    }
  }
}

/** Patches as the left side of a product `[elements, count]`: panels of four elements, each `[count, 4]`. */
export function packPatchesByElement(window: Window, starts: usize, count: i32, target: usize): void {
  const elements = window.filterHeight * window.filterWidth * window.channels;
  const panelBytes = elementPanelBytes(count);
  const startsEnd = starts + ((count as usize) << 2);
  for (let element = 0; element < elements; element += 4, target += panelBytes) {
    // Behind the end stands the last element; what comes of it is cut off.
    const last = elements - 1 - element;
    const offset0 = offsetOf(window, element);
    const offset1 = offsetOf(window, element + min(1, last));
    const offset2 = offsetOf(window, element + min(2, last));
    const offset3 = offsetOf(window, element + min(3, last));
    let place = target;
    if (offset1 == offset0 + 4 && offset2 == offset0 + 8 && offset3 == offset0 + 12) {
      for (let start = starts; start < startsEnd; start += 4, place += 16) {
        v128.store(place, v128.load((load<u32>(start) as usize) + offset0));
      }
      continue;
    }
    for (let start = starts; start < startsEnd; start += 4, place += 16) {
      const patch = load<u32>(start) as usize;
      store<f32>(place, load<f32>(patch + offset0), 0);
      store<f32>(place, load<f32>(patch + offset1), 4);
      store<f32>(place, load<f32>(patch + offset2), 8);
      store<f32>(place, load<f32>(patch + offset3), 12);
    }
  }
}

/** Bytes from the start of a patch to one of its elements. */
function offsetOf(window: Window, element: i32): usize {
  const pixel = element / window.channels;
  const channel = element - pixel * window.channels;
  const filterRow = pixel / window.filterWidth;
  const filterColumn = pixel - filterRow * window.filterWidth;
  const line = filterRow * window.dilationHeight * paddedWidth(window);
  const column = filterColumn * window.dilationWidth;
  return (((line + column) * window.channels + channel) as usize) << 2;
}

/** Four patches each of which begins one float behind the one before: their elements lie in fours already. */
function copyNeighbours(line: usize, count: i32, target: usize): usize {
  for (; count > 0; count--, line += 4, target += 16) v128.store(target, v128.load(line));
  return target;
}

/** Four lines of floats side by side: the first of each, the second of each …; gives the end back. */
function interleave(
  line0: usize,
  line1: usize,
  line2: usize,
  line3: usize,
  count: i32,
  target: usize,
): usize {
  for (; count >= 4; count -= 4, target += 64) {
    const row0 = v128.load(line0);
    const row1 = v128.load(line1);
    const row2 = v128.load(line2);
    const row3 = v128.load(line3);
    const low01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
    const low23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
    const high23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
    v128.store(target, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5), 0);
    v128.store(target, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), 16);
    v128.store(target, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), 32);
    v128.store(target, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), 48);
    line0 += 16;
    line1 += 16;
    line2 += 16;
    line3 += 16;
  }
  for (; count > 0; count--, target += 16) {
    store<f32>(target, load<f32>(line0), 0);
    store<f32>(target, load<f32>(line1), 4);
    store<f32>(target, load<f32>(line2), 8);
    store<f32>(target, load<f32>(line3), 12);
    line0 += 4;
    line1 += 4;
    line2 += 4;
    line3 += 4;
  }
  return target;
}
