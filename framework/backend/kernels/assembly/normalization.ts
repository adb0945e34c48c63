import { give, take } from './lanes';
import { columnSums } from './reduce';

// Batch normalization in training: each channel of `x` `[rows, channels]` gets mean β and deviation γ, measured over
// the rows. Sums run over blocks of 256 rows, as in reduce.ts.

const BLOCK: i32 = 256;

/** `y = γ (x − mean) / √(variance + epsilon) + β`; also gives what it measured, the variance divided by `rows`. */
export function normalizeBatch(
  x: usize,
  rows: i32,
  channels: i32,
  gamma: usize,
  beta: usize,
  epsilon: f32,
  means: usize,
  variances: usize,
  y: usize,
): void {
  const rowBytes = (channels as usize) << 2;
  const share = f32x4.splat(1 / (rows as f32));
  columnSums(x, rows, channels, means);
  for (let channel = 0; channel < channels; channel += 4) {
    const few = channels - channel;
    const offset = (channel as usize) << 2;
    const mean = f32x4.mul(take(means + offset, few), share);
    let total = f32x4.splat(0);
    for (let first = 0, source = x + offset; first < rows; first += BLOCK) {
      let sum = f32x4.splat(0);
      for (let count: i32 = min(BLOCK, rows - first); count > 0; count--, source += rowBytes) {
        const difference = f32x4.sub(take(source, few), mean);
        sum = f32x4.add(sum, f32x4.mul(difference, difference));
      }
      total = f32x4.add(total, sum);
    }
    const variance = f32x4.mul(total, share);
    give(means + offset, mean, few);
    give(variances + offset, variance, few);
    const scale = f32x4.mul(inverseRoot(variance, epsilon), take(gamma + offset, few));
    const shift = take(beta + offset, few);
    for (let row = 0, at = offset; row < rows; row++, at += rowBytes) {
      const centered = f32x4.sub(take(x + at, few), mean);
      give(y + at, f32x4.add(f32x4.mul(centered, scale), shift), few);
    }
  }
}

/**
 * The gradients of {@link normalizeBatch} by γ, β and `x`; mean and variance depend on `x` too.
 * @param dx 0 where it is not wanted
 */
export function normalizeBatchGradient(
  x: usize,
  dy: usize,
  rows: i32,
  channels: i32,
  gamma: usize,
  epsilon: f32,
  means: usize,
  variances: usize,
  dGamma: usize,
  dBeta: usize,
  dx: usize,
): void {
  const rowBytes = (channels as usize) << 2;
  const share = f32x4.splat(1 / (rows as f32));
  columnSums(dy, rows, channels, dBeta);
  for (let channel = 0; channel < channels; channel += 4) {
    const few = channels - channel;
    const offset = (channel as usize) << 2;
    const mean = take(means + offset, few);
    const scale = inverseRoot(take(variances + offset, few), epsilon);
    let total = f32x4.splat(0);
    for (let first = 0, at = offset; first < rows; first += BLOCK) {
      let sum = f32x4.splat(0);
      for (let count: i32 = min(BLOCK, rows - first); count > 0; count--, at += rowBytes) {
        const normal = f32x4.mul(f32x4.sub(take(x + at, few), mean), scale);
        sum = f32x4.add(sum, f32x4.mul(take(dy + at, few), normal));
      }
      total = f32x4.add(total, sum);
    }
    give(dGamma + offset, total, few);
    if (dx == 0) continue;
    const factor = f32x4.mul(scale, take(gamma + offset, few));
    const meanGradient = f32x4.mul(take(dBeta + offset, few), share);
    const slope = f32x4.mul(f32x4.mul(total, share), scale);
    for (let row = 0, at = offset; row < rows; row++, at += rowBytes) {
      const pull = f32x4.mul(f32x4.sub(take(x + at, few), mean), slope);
      const rest = f32x4.sub(f32x4.sub(take(dy + at, few), meanGradient), pull);
      give(dx + at, f32x4.mul(rest, factor), few);
    }
  }
}

/** `target ← target − (target − source) · share`: a running mean goes towards a new one. */
export function moveTowards(target: usize, source: usize, size: i32, share: f32): void {
  for (let left = size; left > 0; left -= 4, target += 16, source += 16) {
    const before = take(target, left);
    const change = f32x4.mul(f32x4.sub(before, take(source, left)), f32x4.splat(share));
    give(target, f32x4.sub(before, change), left);
  }
}

function inverseRoot(variance: v128, epsilon: f32): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.sqrt(f32x4.add(variance, f32x4.splat(epsilon))));
}
