import { give, take } from './lanes';

// More update rules in place, as in optimizers.ts: the order of operations is that of framework/training/optimizers.

/**
 * `s ← decay · s + (1 − decay) · g²`, `d = g · √((q + epsilon) / (s + epsilon))`, `w ← w − rate · d`,
 * `q ← decay · q + (1 − decay) · d²`.
 * @param fresh 1 − decay
 */
export function adadelta(
  weights: usize,
  gradients: usize,
  squares: usize,
  stepSquares: usize,
  size: i32,
  rate: f32,
  decay: f32,
  fresh: f32,
  epsilon: f32,
): void {
  const decays = f32x4.splat(decay);
  const freshes = f32x4.splat(fresh);
  const epsilons = f32x4.splat(epsilon);
  let offset: usize = 0;
  for (let left = size; left > 0; left -= 4, offset += 16) {
    const gradient = take(gradients + offset, left);
    const square = average(take(squares + offset, left), f32x4.mul(gradient, gradient), decays, freshes);
    const before = take(stepSquares + offset, left);
    const ratio = f32x4.div(f32x4.add(before, epsilons), f32x4.add(square, epsilons));
    const step = f32x4.mul(gradient, f32x4.sqrt(ratio));
    give(squares + offset, square, left);
    give(stepSquares + offset, average(before, f32x4.mul(step, step), decays, freshes), left);
    const change = f32x4.mul(step, f32x4.splat(rate));
    give(weights + offset, f32x4.sub(take(weights + offset, left), change), left);
  }
}

/**
 * `m ← β₁ m + (1 − β₁) g`, `u ← max(β₂ u, |g|)`, `w ← w − rate · m / (u + epsilon)`.
 * @param rate learningRate / (1 − β₁ᵗ)
 * @param fresh1 1 − β₁
 */
export function adamax(
  weights: usize,
  gradients: usize,
  means: usize,
  largest: usize,
  size: i32,
  rate: f32,
  beta1: f32,
  fresh1: f32,
  beta2: f32,
  epsilon: f32,
): void {
  let offset: usize = 0;
  for (let left = size; left > 0; left -= 4, offset += 16) {
    const gradient = take(gradients + offset, left);
    const mean = average(take(means + offset, left), gradient, f32x4.splat(beta1), f32x4.splat(fresh1));
    const faded = f32x4.mul(take(largest + offset, left), f32x4.splat(beta2));
    const most = f32x4.max(faded, f32x4.abs(gradient));
    give(means + offset, mean, left);
    give(largest + offset, most, left);
    const direction = f32x4.div(mean, f32x4.add(most, f32x4.splat(epsilon)));
    const change = f32x4.mul(direction, f32x4.splat(rate));
    give(weights + offset, f32x4.sub(take(weights + offset, left), change), left);
  }
}

/**
 * `m ← β₁ m + (1 − β₁) g`, `v ← β₂ v + (1 − β₂) g²`, `w ← w − rate · (ahead · m + now · g) / (√(v / rest) + epsilon)`.
 * @param fresh1 1 − β₁
 * @param fresh2 1 − β₂
 * @param ahead μₜ₊₁ / (1 − μ₁ … μₜ₊₁)
 * @param now (1 − μₜ) / (1 − μ₁ … μₜ)
 * @param rest 1 − β₂ᵗ
 */
export function nadam(
  weights: usize,
  gradients: usize,
  means: usize,
  squares: usize,
  size: i32,
  rate: f32,
  beta1: f32,
  fresh1: f32,
  beta2: f32,
  fresh2: f32,
  epsilon: f32,
  ahead: f32,
  now: f32,
  rest: f32,
): void {
  let offset: usize = 0;
  for (let left = size; left > 0; left -= 4, offset += 16) {
    const gradient = take(gradients + offset, left);
    const mean = average(take(means + offset, left), gradient, f32x4.splat(beta1), f32x4.splat(fresh1));
    const before = take(squares + offset, left);
    const square = average(before, f32x4.mul(gradient, gradient), f32x4.splat(beta2), f32x4.splat(fresh2));
    give(means + offset, mean, left);
    give(squares + offset, square, left);
    const sum = f32x4.add(f32x4.mul(mean, f32x4.splat(ahead)), f32x4.mul(gradient, f32x4.splat(now)));
    const root = f32x4.sqrt(f32x4.div(square, f32x4.splat(rest)));
    const direction = f32x4.div(sum, f32x4.add(root, f32x4.splat(epsilon)));
    const change = f32x4.mul(direction, f32x4.splat(rate));
    give(weights + offset, f32x4.sub(take(weights + offset, left), change), left);
  }
}

/**
 * Follow the regularized leader: `n ← n + g²`, `l = h + rate · g − √n · w`,
 * `w ← −(l − clip(l, ± margin)) / (√n + shrinkage)`, `h ← l + √n · w`.
 * @param margin rate · l1
 * @param shrinkage 2 · rate · l2
 */
export function ftrl(
  weights: usize,
  gradients: usize,
  squares: usize,
  heldBack: usize,
  size: i32,
  rate: f32,
  margin: f32,
  shrinkage: f32,
): void {
  const margins = f32x4.splat(margin);
  let offset: usize = 0;
  for (let left = size; left > 0; left -= 4, offset += 16) {
    const gradient = take(gradients + offset, left);
    const square = f32x4.add(take(squares + offset, left), f32x4.mul(gradient, gradient));
    const root = f32x4.sqrt(square);
    const step = f32x4.mul(gradient, f32x4.splat(rate));
    const pull = f32x4.mul(root, take(weights + offset, left));
    const leader = f32x4.sub(f32x4.add(take(heldBack + offset, left), step), pull);
    const cut = f32x4.max(f32x4.min(leader, margins), f32x4.neg(margins));
    const shrunk = f32x4.sub(leader, cut);
    const next = f32x4.neg(f32x4.div(shrunk, f32x4.add(root, f32x4.splat(shrinkage))));
    give(squares + offset, square, left);
    give(heldBack + offset, f32x4.add(leader, f32x4.mul(root, next)), left);
    give(weights + offset, next, left);
  }
}

function average(before: v128, value: v128, decay: v128, fresh: v128): v128 {
  return f32x4.add(f32x4.mul(before, decay), f32x4.mul(value, fresh));
}
