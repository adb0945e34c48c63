import { paddedWidth } from './padding';
import { Window } from './window';

// The transforms of Winograd's algorithm, see winograd.ts. Each goes over four channels at a time. What has 16 places
// is kept place by place, with a gap behind each: the places would fall on the same lines of the cache otherwise.

/** Floats between the blocks of two places. */
export const GAP: i32 = 16;

/** `G g Gᵀ` for each pair of channels, with the rows 1 0 0, ½ ½ ½, ½ −½ ½, 0 0 1 of G. */
export function transformFilter(filter: usize, placeFloats: i32, target: usize): void {
  const step = (placeFloats as usize) << 2;
  const half = f32x4.splat(0.5);
  for (let offset: usize = 0; offset < step; offset += 16) {
    for (let column = 0; column < 3; column++) {
      // Down the columns first; the results wait at the places of the first three columns.
      const source = filter + offset + (column as usize) * step;
      const top = v128.load(source);
      const middle = v128.load(source + 3 * step);
      const bottom = v128.load(source + 6 * step);
      const sum = f32x4.mul(f32x4.add(top, bottom), half);
      const center = f32x4.mul(middle, half);
      const place = target + offset + (column as usize) * step;
      v128.store(place, top);
      v128.store(place + 4 * step, f32x4.add(sum, center));
      v128.store(place + 8 * step, f32x4.sub(sum, center));
      v128.store(place + 12 * step, bottom);
    }
    for (let row = 0; row < 4; row++) {
      const place = target + offset + ((4 * row) as usize) * step;
      const left = v128.load(place);
      const middle = v128.load(place + step);
      const right = v128.load(place + 2 * step);
      const sum = f32x4.mul(f32x4.add(left, right), half);
      const center = f32x4.mul(middle, half);
      v128.store(place + step, f32x4.add(sum, center));
      v128.store(place + 2 * step, f32x4.sub(sum, center));
      v128.store(place + 3 * step, right);
    }
  }
}

/** `Bᵀ d B` for each tile and channel, to `[16, tiles, channels]`; the rows of Bᵀ: 1 0 −1 0, 0 1 1 0, 0 −1 1 0, 0 1 0 −1. */
export function transformTiles(tiles: Window, starts: usize, count: i32, target: usize): void {
  const channelBytes = (tiles.channels as usize) << 2;
  const lineBytes = (paddedWidth(tiles) as usize) * channelBytes;
  const step = (count as usize) * channelBytes + (GAP << 2);
  const second = channelBytes;
  const third = 2 * channelBytes;
  const fourth = 3 * channelBytes;
  for (let tile = 0; tile < count; tile++, starts += 4) {
    const start = load<u32>(starts) as usize;
    for (let offset: usize = 0; offset < channelBytes; offset += 16, target += 16) {
      const line0 = start + offset;
      const line1 = line0 + lineBytes;
      const line2 = line1 + lineBytes;
      const line3 = line2 + lineBytes;
      // The two lines in the middle stay in registers: three of the four rows need them.
      const d10 = v128.load(line1);
      const d11 = v128.load(line1 + second);
      const d12 = v128.load(line1 + third);
      const d13 = v128.load(line1 + fourth);
      const d20 = v128.load(line2);
      const d21 = v128.load(line2 + second);
      const d22 = v128.load(line2 + third);
      const d23 = v128.load(line2 + fourth);
      storeLine(
        f32x4.sub(v128.load(line0), d20),
        f32x4.sub(v128.load(line0 + second), d21),
        f32x4.sub(v128.load(line0 + third), d22),
        f32x4.sub(v128.load(line0 + fourth), d23),
        target,
        step,
      );
      let place = target + 4 * step;
      storeLine(f32x4.add(d10, d20), f32x4.add(d11, d21), f32x4.add(d12, d22), f32x4.add(d13, d23), place, step); // prettier-ignore
      place += 4 * step;
      storeLine(f32x4.sub(d20, d10), f32x4.sub(d21, d11), f32x4.sub(d22, d12), f32x4.sub(d23, d13), place, step); // prettier-ignore
      storeLine(
        f32x4.sub(d10, v128.load(line3)),
        f32x4.sub(d11, v128.load(line3 + second)),
        f32x4.sub(d12, v128.load(line3 + third)),
        f32x4.sub(d13, v128.load(line3 + fourth)),
        place + 4 * step,
        step,
      );
    }
  }
}

/** One row of `Bᵀ d B`, from that of `Bᵀ d`. */
function storeLine(d0: v128, d1: v128, d2: v128, d3: v128, target: usize, step: usize): void {
  v128.store(target, f32x4.sub(d0, d2));
  v128.store(target + step, f32x4.add(d1, d2));
  v128.store(target + 2 * step, f32x4.sub(d2, d1));
  v128.store(target + 3 * step, f32x4.sub(d1, d3));
}

/** `Aᵀ m A` for each tile and output channel, to the images; the rows of Aᵀ: 1 1 1 0, 0 1 −1 −1. */
export function transformBack(
  window: Window,
  tiles: Window,
  products: usize,
  first: i32,
  count: i32,
  y: usize,
): void {
  const channelBytes = (window.outChannels as usize) << 2;
  const lineBytes = (window.outWidth as usize) * channelBytes;
  const step = (count as usize) * channelBytes + (GAP << 2);
  const perImage = tiles.outHeight * tiles.outWidth;
  for (let tile = first; tile < first + count; tile++) {
    const image = tile / perImage;
    const tileRow = (tile - image * perImage) / tiles.outWidth;
    const row = 2 * tileRow;
    const column = 2 * (tile - image * perImage - tileRow * tiles.outWidth);
    let pixel =
      y + ((image * window.outHeight + row) as usize) * lineBytes + (column as usize) * channelBytes;
    const secondRow = row + 1 < window.outHeight;
    const secondColumn = column + 1 < window.outWidth;
    for (let offset: usize = 0; offset < channelBytes; offset += 16, products += 16, pixel += 16) {
      // Down the columns of places: the sums for the upper and for the lower outputs.
      const up0 = upper(products, step);
      const up1 = upper(products + step, step);
      const up2 = upper(products + 2 * step, step);
      const up3 = upper(products + 3 * step, step);
      v128.store(pixel, f32x4.add(f32x4.add(up0, up1), up2));
      if (secondColumn) v128.store(pixel + channelBytes, f32x4.sub(f32x4.sub(up1, up2), up3));
      if (!secondRow) continue;
      const low0 = lower(products, step);
      const low1 = lower(products + step, step);
      const low2 = lower(products + 2 * step, step);
      const low3 = lower(products + 3 * step, step);
      const line = pixel + lineBytes;
      v128.store(line, f32x4.add(f32x4.add(low0, low1), low2));
      if (secondColumn) v128.store(line + channelBytes, f32x4.sub(f32x4.sub(low1, low2), low3));
    }
  }
}

function upper(place: usize, step: usize): v128 {
  return f32x4.add(f32x4.add(v128.load(place), v128.load(place + 4 * step)), v128.load(place + 8 * step));
}

function lower(place: usize, step: usize): v128 {
  const difference = f32x4.sub(v128.load(place + 4 * step), v128.load(place + 8 * step));
  return f32x4.sub(difference, v128.load(place + 12 * step));
}

/** `A dy Aᵀ` for each tile and output channel, from the images to `[16, tiles, outChannels]`; zeros behind the edges. */
export function transformGradient(
  window: Window,
  tiles: Window,
  dy: usize,
  first: i32,
  count: i32,
  target: usize,
): void {
  const channelBytes = (window.outChannels as usize) << 2;
  const lineBytes = (window.outWidth as usize) * channelBytes;
  const step = (count as usize) * channelBytes + (GAP << 2);
  const perImage = tiles.outHeight * tiles.outWidth;
  for (let tile = first; tile < first + count; tile++) {
    const image = tile / perImage;
    const tileRow = (tile - image * perImage) / tiles.outWidth;
    const row = 2 * tileRow;
    const column = 2 * (tile - image * perImage - tileRow * tiles.outWidth);
    let pixel =
      dy + ((image * window.outHeight + row) as usize) * lineBytes + (column as usize) * channelBytes;
    const secondRow = row + 1 < window.outHeight;
    const secondColumn = column + 1 < window.outWidth;
    for (let offset: usize = 0; offset < channelBytes; offset += 16, target += 16, pixel += 16) {
      const zero = f32x4.splat(0);
      const top0 = v128.load(pixel);
      const top1 = secondColumn ? v128.load(pixel + channelBytes) : zero;
      const bottom0 = secondRow ? v128.load(pixel + lineBytes) : zero;
      const bottom1 = secondRow && secondColumn ? v128.load(pixel + lineBytes + channelBytes) : zero;
      spread(top0, top1, target, step);
      spread(f32x4.add(top0, bottom0), f32x4.add(top1, bottom1), target + 4 * step, step);
      spread(f32x4.sub(top0, bottom0), f32x4.sub(top1, bottom1), target + 8 * step, step);
      spread(f32x4.neg(bottom0), f32x4.neg(bottom1), target + 12 * step, step);
    }
  }
}

function spread(left: v128, right: v128, target: usize, step: usize): void {
  v128.store(target, left);
  v128.store(target + step, f32x4.add(left, right));
  v128.store(target + 2 * step, f32x4.sub(left, right));
  v128.store(target + 3 * step, f32x4.neg(right));
}

/** `Gᵀ u G` for each pair of channels: from `[16, channels, outChannels]` without gaps to the filter's gradient. */
export function transformFilterBack(source: usize, placeFloats: i32, gradient: usize): void {
  const step = (placeFloats as usize) << 2;
  for (let offset: usize = 0; offset < step; offset += 16) {
    for (let row = 0; row < 4; row++) {
      // Along the rows first; the results wait at the first three places of each row.
      gather(
        source + offset + ((4 * row) as usize) * step,
        step,
        source + offset + ((4 * row) as usize) * step,
        step,
      );
    }
    for (let column = 0; column < 3; column++) {
      const place = source + offset + (column as usize) * step;
      gather(place, 4 * step, gradient + offset + (column as usize) * step, 3 * step);
    }
  }
}

/** Three sums of four numbers: the columns 1 ½ ½ 0, 0 ½ −½ 0, 0 ½ ½ 1 of G. */
function gather(source: usize, sourceStep: usize, target: usize, targetStep: usize): void {
  const half = f32x4.splat(0.5);
  const u0 = v128.load(source);
  const u1 = v128.load(source + sourceStep);
  const u2 = v128.load(source + 2 * sourceStep);
  const u3 = v128.load(source + 3 * sourceStep);
  const sum = f32x4.mul(f32x4.add(u1, u2), half);
  v128.store(target, f32x4.add(u0, sum));
  v128.store(target + targetStep, f32x4.mul(f32x4.sub(u1, u2), half));
  v128.store(target + 2 * targetStep, f32x4.add(sum, u3));
}
