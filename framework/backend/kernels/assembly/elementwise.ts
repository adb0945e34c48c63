import { give, sumOfLanes, take } from './lanes';
import { signOf } from './losses';
import { exponential } from './math';

// What the fused step computes element by element besides the activations; `y` and `x` may be the same memory.

/** `y = x · factors`: dropout, and its gradient. */
export function multiplyElements(x: usize, factors: usize, y: usize, size: i32): void {
  for (let left = size; left > 0; left -= 4, x += 16, factors += 16, y += 16) {
    give(y, f32x4.mul(take(x, left), take(factors, left)), left);
  }
}

/** `y = min(max(x, least), most)`; NaN stays NaN. */
export function clip(x: usize, y: usize, size: i32, least: f32, most: f32): void {
  for (let left = size; left > 0; left -= 4, x += 16, y += 16) {
    give(y, f32x4.min(f32x4.max(take(x, left), f32x4.splat(least)), f32x4.splat(most)), left);
  }
}

/** `y = 1` where `x > 0`, else 0. */
export function stepFunction(x: usize, y: usize, size: i32): void {
  for (let left = size; left > 0; left -= 4, x += 16, y += 16) {
    give(y, v128.and(f32x4.splat(1), f32x4.gt(take(x, left), f32x4.splat(0))), left);
  }
}

/** `y = x Φ(x)` with the normal distribution Φ. */
export function gelu(x: usize, y: usize, size: i32): void {
  for (let left = size; left > 0; left -= 4, x += 16, y += 16) {
    const value = take(x, left);
    give(y, f32x4.mul(value, normalDistribution(value)), left);
  }
}

/** `dx = dy · (Φ(x) + x φ(x))` with the normal density φ. */
export function geluGradient(x: usize, dy: usize, dx: usize, size: i32): void {
  for (let left = size; left > 0; left -= 4, x += 16, dy += 16, dx += 16) {
    const value = take(x, left);
    const power = exponential(f32x4.mul(f32x4.mul(value, value), f32x4.splat(-0.5)));
    const density = f32x4.mul(power, f32x4.splat(0.3989422804));
    const slope = f32x4.add(normalDistribution(value), f32x4.mul(value, density));
    give(dx, f32x4.mul(take(dy, left), slope), left);
  }
}

/** `target ← target + factor · sign(source)`: the gradient of an L1 penalty. */
export function addSignsInPlace(target: usize, source: usize, size: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (let left = size; left > 0; left -= 4, target += 16, source += 16) {
    give(target, f32x4.add(take(target, left), f32x4.mul(signOf(take(source, left)), factors)), left);
  }
}

/** `Σ |x|`, in four lanes and blocks of 1,024, always in the same order. */
export function sumOfSizes(x: usize, size: i32): f32 {
  let total = f32x4.splat(0);
  let block = f32x4.splat(0);
  for (let left = size, number = 0; left > 0; left -= 4, x += 16) {
    block = f32x4.add(block, f32x4.abs(take(x, left)));
    if ((++number & 255) == 0) {
      total = f32x4.add(total, block);
      block = f32x4.splat(0);
    }
  }
  return sumOfLanes(f32x4.add(total, block));
}

/** Φ(x) = (1 + erf(x / √2)) / 2, by formula 7.1.26 of Abramowitz and Stegun, to 10⁻⁷. */
function normalDistribution(x: v128): v128 {
  const one = f32x4.splat(1);
  const size = f32x4.abs(x);
  const t = f32x4.div(one, f32x4.add(one, f32x4.mul(size, f32x4.splat(0.3275911 * 0.70710678))));
  let series = f32x4.add(f32x4.mul(t, f32x4.splat(1.061405429)), f32x4.splat(-1.453152027));
  series = f32x4.add(f32x4.mul(t, series), f32x4.splat(1.421413741));
  series = f32x4.add(f32x4.mul(t, series), f32x4.splat(-0.284496736));
  series = f32x4.add(f32x4.mul(t, series), f32x4.splat(0.254829592));
  const power = exponential(f32x4.mul(f32x4.mul(size, size), f32x4.splat(-0.5)));
  const tail = f32x4.mul(f32x4.mul(f32x4.mul(series, t), power), f32x4.splat(0.5));
  return v128.bitselect(tail, f32x4.sub(one, tail), f32x4.lt(x, f32x4.splat(0)));
}

/** `size` zeros. */
export function clear(x: usize, size: i32): void {
  memory.fill(x, 0, (size as usize) << 2);
}
