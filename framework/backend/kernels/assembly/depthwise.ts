import { Window } from './window';

// Each channel has filters of its own, `[filterHeight, filterWidth, channels, multiplier]`, and gives `multiplier`
// output channels: outChannels = channels · multiplier.

/** A depthwise convolution, always in the same order of sums. */
export function depthwiseConvolve(window: Window, x: usize, filter: usize, y: usize): void {
  const pixels = window.images * window.outHeight * window.outWidth;
  memory.fill(y, 0, ((pixels * window.outChannels) as usize) << 2);
  visit(window, x, y, filter, OUTPUT);
}

/** The gradient of a depthwise convolution by its filter; images are added in order. */
export function depthwiseFilterGradient(window: Window, x: usize, dy: usize, filterGradient: usize): void {
  const filterBytes = ((window.filterHeight * window.filterWidth * window.outChannels) as usize) << 2;
  memory.fill(filterGradient, 0, filterBytes);
  visit(window, x, dy, filterGradient, FILTER_GRADIENT);
}

/** The gradient of a depthwise convolution by its input. */
export function depthwiseInputGradient(window: Window, dy: usize, filter: usize, inputGradient: usize): void {
  const pixels = window.images * window.inHeight * window.inWidth;
  memory.fill(inputGradient, 0, ((pixels * window.channels) as usize) << 2);
  visit(window, inputGradient, dy, filter, INPUT_GRADIENT);
}

const FILTER_GRADIENT: i32 = 0;
const INPUT_GRADIENT: i32 = 1;
const OUTPUT: i32 = 2;

/**
 * Goes over all places where an element of the filter lies over a pixel, always in the same order.
 * @param dy the output, or its gradient
 */
function visit(window: Window, pixels: usize, dy: usize, filter: usize, what: i32): void {
  const pixelBytes = (window.channels as usize) << 2;
  const outBytes = (window.outChannels as usize) << 2;
  const multiplier = window.outChannels / max(1, window.channels);
  for (let image = 0; image < window.images; image++) {
    for (let outRow = 0; outRow < window.outHeight; outRow++) {
      for (let outColumn = 0; outColumn < window.outWidth; outColumn++, dy += outBytes) {
        for (let filterRow = 0; filterRow < window.filterHeight; filterRow++) {
          const row = outRow * window.strideHeight + filterRow * window.dilationHeight - window.padTop;
          if (row < 0 || row >= window.inHeight) continue;
          for (let filterColumn = 0; filterColumn < window.filterWidth; filterColumn++) {
            const column =
              outColumn * window.strideWidth + filterColumn * window.dilationWidth - window.padLeft;
            if (column < 0 || column >= window.inWidth) continue;
            const pixel = ((image * window.inHeight + row) * window.inWidth + column) as usize;
            const element = (filterRow * window.filterWidth + filterColumn) as usize;
            const x = pixels + pixel * pixelBytes;
            const w = filter + element * outBytes;
            if (multiplier == 1) {
              if (what == FILTER_GRADIENT) addProducts(x, dy, w, pixelBytes);
              else if (what == OUTPUT) addProducts(x, w, dy, pixelBytes);
              else addProducts(dy, w, x, pixelBytes);
            } else if (what == OUTPUT) addToCopies(x, w, dy, window.channels, multiplier);
            else if (what == FILTER_GRADIENT) addByCopies(x, dy, w, window.channels, multiplier);
            else addOverCopies(dy, w, x, window.channels, multiplier);
          }
        }
      }
    }
  }
}

/** `target += a · b`, element by element. */
function addProducts(a: usize, b: usize, target: usize, bytes: usize): void {
  let offset: usize = 0;
  for (; offset + 16 <= bytes; offset += 16) {
    const product = f32x4.mul(v128.load(a + offset), v128.load(b + offset));
    v128.store(target + offset, f32x4.add(v128.load(target + offset), product));
  }
  for (; offset < bytes; offset += 4) {
    store<f32>(target + offset, load<f32>(target + offset) + load<f32>(a + offset) * load<f32>(b + offset));
  }
}

function addToCopies(x: usize, w: usize, y: usize, channels: i32, multiplier: i32): void {
  for (let channel = 0; channel < channels; channel++, x += 4) {
    const value = load<f32>(x);
    for (let copy = 0; copy < multiplier; copy++, w += 4, y += 4) {
      store<f32>(y, load<f32>(y) + value * load<f32>(w));
    }
  }
}

function addByCopies(x: usize, dy: usize, w: usize, channels: i32, multiplier: i32): void {
  for (let channel = 0; channel < channels; channel++, x += 4) {
    const value = load<f32>(x);
    for (let copy = 0; copy < multiplier; copy++, dy += 4, w += 4) {
      store<f32>(w, load<f32>(w) + value * load<f32>(dy));
    }
  }
}

function addOverCopies(dy: usize, w: usize, x: usize, channels: i32, multiplier: i32): void {
  for (let channel = 0; channel < channels; channel++, x += 4) {
    let sum: f32 = 0;
    for (let copy = 0; copy < multiplier; copy++, dy += 4, w += 4) sum += load<f32>(dy) * load<f32>(w);
    store<f32>(x, load<f32>(x) + sum);
  }
}
