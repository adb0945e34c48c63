import { loadFew, storeFew } from './lanes';
import { exponential, exponentialMinusOne, hyperbolicTangent, logarithm, sigmoid, softplus } from './math';

// The numbers by which the caller names a function; `fast/activation.ts` has the same list.
const LINEAR: i32 = 0;
const RELU: i32 = 1;
const RELU6: i32 = 2;
const LEAKY_RELU: i32 = 3;
const SIGMOID: i32 = 4;
const TANH: i32 = 5;
const ELU: i32 = 6;
const SOFTPLUS: i32 = 7;
const EXPONENTIAL: i32 = 8;
const LOGARITHM: i32 = 9;

/** `y = f(x)` for `size` floats; `x` and `y` may be the same memory. `slope` is that of leakyRelu below 0. */
export function activate(kind: i32, x: usize, y: usize, size: i32, slope: f32): void {
  const end = x + ((size as usize) << 2);
  if (kind == RELU) {
    // The most frequent one has a loop of its own, without a choice in it.
    for (; x + 16 <= end; x += 16, y += 16) v128.store(y, f32x4.max(v128.load(x), f32x4.splat(0)));
  }
  for (; x + 16 <= end; x += 16, y += 16) v128.store(y, apply(kind, v128.load(x), slope));
  const rest = ((end - x) >> 2) as i32;
  if (rest > 0) storeFew(y, apply(kind, loadFew(x, rest), slope), rest);
}

/** `y = f(y + bias)` in place, for the rows of a product; `bias` 0 stands for none. */
export function addBiasAndActivate(
  kind: i32,
  y: usize,
  rows: i32,
  columns: i32,
  bias: usize,
  slope: f32,
): void {
  if (bias == 0) {
    activate(kind, y, y, rows * columns, slope);
    return;
  }
  const vectors = columns & ~3;
  const rest = columns - vectors;
  for (let row = 0; row < rows; row++) {
    let term = bias;
    const end = bias + ((vectors as usize) << 2);
    // The most frequent ones have loops of their own, without a choice in them.
    if (kind == LINEAR) {
      for (; term < end; y += 16, term += 16) v128.store(y, f32x4.add(v128.load(y), v128.load(term)));
    } else if (kind == RELU) {
      for (; term < end; y += 16, term += 16) {
        v128.store(y, f32x4.max(f32x4.add(v128.load(y), v128.load(term)), f32x4.splat(0)));
      }
    }
    for (; term < end; y += 16, term += 16) {
      v128.store(y, apply(kind, f32x4.add(v128.load(y), v128.load(term)), slope));
    }
    if (rest > 0) storeFew(y, apply(kind, f32x4.add(loadFew(y, rest), loadFew(term, rest)), slope), rest);
    y += (rest as usize) << 2;
  }
}

/**
 * `dx = dy · f′`, with the derivative from the output `y` alone; for linear, relu, relu6, leakyRelu with a
 * positive slope, sigmoid, tanh, elu and softplus. `dx` and `dy` may be the same memory.
 */
export function activationGradient(kind: i32, dy: usize, y: usize, dx: usize, size: i32, slope: f32): void {
  const end = y + ((size as usize) << 2);
  if (kind == RELU) {
    for (; y + 16 <= end; y += 16, dy += 16, dx += 16) {
      v128.store(
        dx,
        f32x4.mul(v128.load(dy), v128.and(f32x4.splat(1), f32x4.gt(v128.load(y), f32x4.splat(0)))),
      );
    }
  }
  for (; y + 16 <= end; y += 16, dy += 16, dx += 16) {
    v128.store(dx, f32x4.mul(v128.load(dy), derivative(kind, v128.load(y), slope)));
  }
  const rest = ((end - y) >> 2) as i32;
  if (rest > 0) storeFew(dx, f32x4.mul(loadFew(dy, rest), derivative(kind, loadFew(y, rest), slope)), rest);
}

function apply(kind: i32, x: v128, slope: f32): v128 {
  const zero = f32x4.splat(0);
  switch (kind) {
    case RELU:
      return f32x4.max(x, zero);
    case RELU6:
      return f32x4.min(f32x4.max(x, zero), f32x4.splat(6));
    case LEAKY_RELU:
      return v128.bitselect(f32x4.mul(x, f32x4.splat(slope)), x, f32x4.lt(x, zero));
    case SIGMOID:
      return sigmoid(x);
    case TANH:
      return hyperbolicTangent(x);
    case ELU:
      return v128.bitselect(exponentialMinusOne(x), x, f32x4.lt(x, zero));
    case SOFTPLUS:
      return softplus(x);
    case EXPONENTIAL:
      return exponential(x);
    case LOGARITHM:
      return logarithm(x);
    default:
      return x;
  }
}

function derivative(kind: i32, y: v128, slope: f32): v128 {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  switch (kind) {
    case RELU:
      return v128.and(one, f32x4.gt(y, zero));
    case RELU6:
      return v128.and(one, v128.and(f32x4.gt(y, zero), f32x4.lt(y, f32x4.splat(6))));
    case LEAKY_RELU:
      return v128.bitselect(one, f32x4.splat(slope), f32x4.gt(y, zero));
    case SIGMOID:
      return f32x4.mul(y, f32x4.sub(one, y));
    case TANH:
      return f32x4.sub(one, f32x4.mul(y, y));
    case ELU:
      return v128.bitselect(f32x4.add(y, one), one, f32x4.lt(y, zero));
    case SOFTPLUS:
      return f32x4.neg(exponentialMinusOne(f32x4.neg(y)));
    default:
      return one;
  }
}
