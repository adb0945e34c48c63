import { loadFew, storeFew, sumOfLanes } from './lanes';
import { logarithm, sigmoid, softplus } from './math';
import { sumOfFloats } from './reduce';

// The numbers by which the caller names a loss; `step-kernels.ts` has the same list. The first five are means over
// the outputs of a row, the last one is a sum.
const SQUARED: i32 = 0;
const ABSOLUTE: i32 = 1;
const HUBER: i32 = 2;
const BINARY: i32 = 3;
const BINARY_LOGITS: i32 = 4;
const CROSS_ENTROPY: i32 = 5;

/** Probabilities below it count as it, as in framework/training/losses. */
const SMALLEST_PROBABILITY: f32 = 1e-7;

/** The loss of each output, and its derivative by the output; see {@link differentiate}. */
let loss: v128 = f32x4.splat(0);
let derivative: v128 = f32x4.splat(0);

/**
 * The loss of each row of `outputs` `[rows, columns]` to `losses` `[rows]`, and `gradient`, that of
 * `scale · Σ weight · loss` by the outputs. `gradient` and `outputs` may be the same memory.
 * @param weights one for each row, or 0 for none; they weigh the gradient, not the losses
 * @param delta where huber turns straight
 */
export function lossAndGradient(
  kind: i32,
  outputs: usize,
  targets: usize,
  weights: usize,
  rows: i32,
  columns: i32,
  scale: f32,
  delta: f32,
  losses: usize,
  gradient: usize,
): void {
  const share: f32 = kind == CROSS_ENTROPY ? 1 : 1 / (columns as f32);
  for (let row = 0; row < rows; row++, losses += 4) {
    const weight: f32 = weights == 0 ? 1 : load<f32>(weights + ((row as usize) << 2));
    const factor = f32x4.splat(scale * weight * share);
    let sum = f32x4.splat(0);
    for (let left = columns; left > 0; left -= 4) {
      if (left >= 4) {
        differentiate(kind, v128.load(outputs), v128.load(targets), delta);
        v128.store(gradient, f32x4.mul(derivative, factor));
      } else {
        differentiate(kind, loadFew(outputs, left), loadFew(targets, left), delta);
        storeFew(gradient, f32x4.mul(derivative, factor), left);
        loss = v128.and(loss, firstLanes(left));
      }
      sum = f32x4.add(sum, loss);
      const bytes = (min(left, 4) as usize) << 2;
      outputs += bytes;
      targets += bytes;
      gradient += bytes;
    }
    store<f32>(losses, sumOfLanes(sum) * share);
  }
}

/** `Σ weight · loss` over rows; `weights` 0 stands for ones. */
export function weightedSum(losses: usize, weights: usize, rows: i32): f32 {
  if (weights == 0) return sumOfFloats(losses, rows);
  let total: f64 = 0;
  const end = losses + ((rows as usize) << 2);
  for (; losses < end; losses += 4, weights += 4) total += (load<f32>(losses) * load<f32>(weights)) as f64;
  return total as f32;
}

/** Rows of zeros with a one at each row's index; an index outside gives zeros alone. */
export function oneHot(indices: usize, rows: i32, columns: i32, target: usize): void {
  const rowBytes = (columns as usize) << 2;
  memory.fill(target, 0, (rows as usize) * rowBytes);
  for (let row = 0; row < rows; row++, indices += 4, target += rowBytes) {
    const index = load<i32>(indices);
    if (index >= 0 && index < columns) store<f32>(target + ((index as usize) << 2), 1);
  }
}

function differentiate(kind: i32, output: v128, target: v128, delta: f32): void {
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  const error = f32x4.sub(output, target);
  const size = f32x4.abs(error);
  switch (kind) {
    case SQUARED:
      loss = f32x4.mul(error, error);
      derivative = f32x4.add(error, error);
      return;
    case ABSOLUTE:
      loss = size;
      derivative = signOf(error);
      return;
    case HUBER: {
      const bound = f32x4.splat(delta);
      const small = f32x4.min(size, bound);
      const half = f32x4.mul(f32x4.mul(small, small), f32x4.splat(0.5));
      loss = f32x4.add(half, f32x4.mul(f32x4.sub(size, small), bound));
      derivative = f32x4.max(f32x4.min(error, bound), f32x4.neg(bound));
      return;
    }
    case BINARY: {
      const lowest = f32x4.splat(SMALLEST_PROBABILITY);
      const highest = f32x4.splat(1 - SMALLEST_PROBABILITY);
      const second = f32x4.max(f32x4.min(output, highest), lowest);
      const first = f32x4.sub(one, second);
      const other = f32x4.sub(one, target);
      const surprise = f32x4.mul(target, logarithm(second));
      loss = f32x4.neg(f32x4.add(surprise, f32x4.mul(other, logarithm(first))));
      const slope = f32x4.sub(f32x4.div(other, first), f32x4.div(target, second));
      const inside = v128.and(f32x4.ge(output, lowest), f32x4.le(output, highest));
      derivative = v128.and(slope, inside);
      return;
    }
    case BINARY_LOGITS:
      loss = f32x4.sub(softplus(output), f32x4.mul(target, output));
      derivative = f32x4.sub(sigmoid(output), target);
      return;
    default: {
      const lowest = f32x4.splat(SMALLEST_PROBABILITY);
      loss = f32x4.neg(f32x4.mul(target, logarithm(f32x4.max(output, lowest))));
      // Where no probability is expected none pulls, however small it is.
      const inside = v128.and(f32x4.ge(output, lowest), f32x4.ne(target, zero));
      derivative = v128.and(f32x4.neg(f32x4.div(target, output)), inside);
    }
  }
}

/** −1, 0 or 1. */
export function signOf(x: v128): v128 {
  const one = v128.and(f32x4.splat(1), f32x4.ne(x, f32x4.splat(0)));
  return v128.or(one, v128.and(x, i32x4.splat(0x80000000)));
}

/** Ones in all bits of the first lanes. */
function firstLanes(count: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
}
