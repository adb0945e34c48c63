import { give, loadFew, storeFew, sumOfLanes, take } from './lanes';
import { exponential, logarithm } from './math';
import { sumOfFloats } from './reduce';

/** `y = e^(x − max x) / Σ e^(x − max x)` for each row of `x` `[rows, columns]`; `x` and `y` may be the same. */
export function softmax(x: usize, rows: i32, columns: i32, y: usize): void {
  const rowBytes = (columns as usize) << 2;
  for (let row = 0; row < rows; row++, x += rowBytes, y += rowBytes) {
    const sum = exponentials(x, columns, largest(x, columns), y);
    divide(y, columns, sum);
  }
}

/**
 * Softmax and cross-entropy in one, from scores. For each row: `losses = −Σ t ln softmax(x)`, and
 * `gradient = scale · weight · (softmax(x) Σ t − t)`, the gradient by `x`.
 * @param weights one for each row, or 0 for none; they weigh the gradient, not the losses
 */
export function softmaxCrossEntropy(
  x: usize,
  targets: usize,
  weights: usize,
  rows: i32,
  columns: i32,
  scale: f32,
  losses: usize,
  gradient: usize,
): void {
  const rowBytes = (columns as usize) << 2;
  for (
    let row = 0;
    row < rows;
    row++, losses += 4, x += rowBytes, targets += rowBytes, gradient += rowBytes
  ) {
    const maximum = largest(x, columns);
    const sum = exponentials(x, columns, maximum, gradient);
    const logarithmOfSum = f32x4.extract_lane(logarithm(f32x4.splat(sum)), 0);
    let loss: f32 = 0;
    for (let offset: usize = 0; offset < rowBytes; offset += 4) {
      const target = load<f32>(targets + offset);
      // A class of probability 0 that is not the target has no part in the loss, though its logarithm is infinite.
      if (target != 0) loss += target * (logarithmOfSum - (load<f32>(x + offset) - maximum));
    }
    store<f32>(losses, loss);
    const targetSum = sumOfFloats(targets, columns);
    const factor = weights == 0 ? scale : scale * load<f32>(weights + ((row as usize) << 2));
    for (let offset: usize = 0; offset < rowBytes; offset += 4) {
      const probability = load<f32>(gradient + offset) / sum;
      store<f32>(gradient + offset, factor * (probability * targetSum - load<f32>(targets + offset)));
    }
  }
}

/**
 * The gradient of {@link softmax} from its output: `dx = y (dy − Σ dy · y)` for each row; `dx` and `dy` may be the
 * same memory.
 */
export function softmaxGradient(y: usize, dy: usize, rows: i32, columns: i32, dx: usize): void {
  const rowBytes = (columns as usize) << 2;
  for (let row = 0; row < rows; row++, y += rowBytes, dy += rowBytes, dx += rowBytes) {
    let sums = f32x4.splat(0);
    let offset: usize = 0;
    for (let left = columns; left > 0; left -= 4, offset += 16) {
      sums = f32x4.add(sums, f32x4.mul(take(y + offset, left), take(dy + offset, left)));
    }
    const sum = f32x4.splat(sumOfLanes(sums));
    offset = 0;
    for (let left = columns; left > 0; left -= 4, offset += 16) {
      const slope = f32x4.sub(take(dy + offset, left), sum);
      give(dx + offset, f32x4.mul(take(y + offset, left), slope), left);
    }
  }
}

function largest(x: usize, columns: i32): f32 {
  let maximum: f32 = -Infinity;
  for (let column = 0; column < columns; column++, x += 4) maximum = max<f32>(maximum, load<f32>(x));
  return maximum;
}

/** `y = e^(x − maximum)`, and their sum. */
function exponentials(x: usize, columns: i32, maximum: f32, y: usize): f32 {
  const shift = f32x4.splat(maximum);
  const start = y;
  let column = 0;
  for (; column + 4 <= columns; column += 4, x += 16, y += 16) {
    v128.store(y, exponential(f32x4.sub(v128.load(x), shift)));
  }
  const rest = columns - column;
  if (rest > 0) storeFew(y, exponential(f32x4.sub(loadFew(x, rest), shift)), rest);
  return sumOfFloats(start, columns);
}

function divide(y: usize, columns: i32, divisor: f32): void {
  const lanes = f32x4.splat(divisor);
  let column = 0;
  for (; column + 4 <= columns; column += 4, y += 16) v128.store(y, f32x4.div(v128.load(y), lanes));
  for (; column < columns; column++, y += 4) store<f32>(y, load<f32>(y) / divisor);
}
