import { give, take } from './lanes';

// Update rules, in place: `weights` changes by `gradients`, and the slots remember. The order of operations is
// that of framework/training/optimizers, so that both give the same bits. Corrections that depend on the number
// of the step are computed by the caller.

/** `w ← w − rate · g` */
export function sgd(weights: usize, gradients: usize, size: i32, rate: f32): void {
  const rates = f32x4.splat(rate);
  for (let left = size; left > 0; left -= 4) {
    const change = f32x4.mul(take(gradients, left), rates);
    give(weights, f32x4.sub(take(weights, left), change), left);
    weights += 16;
    gradients += 16;
  }
}

/** `v ← momentum · v + g`, `w ← w − rate · v`, with Nesterov's look ahead `w ← w − rate · (g + momentum · v)`. */
export function momentum(
  weights: usize,
  gradients: usize,
  velocities: usize,
  size: i32,
  rate: f32,
  decay: f32,
  nesterov: bool,
): void {
  const rates = f32x4.splat(rate);
  const decays = f32x4.splat(decay);
  for (let left = size; left > 0; left -= 4) {
    const gradient = take(gradients, left);
    const velocity = f32x4.add(f32x4.mul(take(velocities, left), decays), gradient);
    give(velocities, velocity, left);
    const direction = nesterov ? f32x4.add(gradient, f32x4.mul(velocity, decays)) : velocity;
    give(weights, f32x4.sub(take(weights, left), f32x4.mul(direction, rates)), left);
    weights += 16;
    gradients += 16;
    velocities += 16;
  }
}

/** `s ← s + g²`, `w ← w − rate · g / √(s + epsilon)` */
export function adagrad(
  weights: usize,
  gradients: usize,
  sums: usize,
  size: i32,
  rate: f32,
  epsilon: f32,
): void {
  const rates = f32x4.splat(rate);
  const epsilons = f32x4.splat(epsilon);
  for (let left = size; left > 0; left -= 4) {
    const gradient = take(gradients, left);
    const sum = f32x4.add(take(sums, left), f32x4.mul(gradient, gradient));
    give(sums, sum, left);
    const change = f32x4.div(f32x4.mul(gradient, rates), f32x4.sqrt(f32x4.add(sum, epsilons)));
    give(weights, f32x4.sub(take(weights, left), change), left);
    weights += 16;
    gradients += 16;
    sums += 16;
  }
}

/**
 * `s ← decay · s + (1 − decay) · g²`, `v ← momentum · v + rate · g / √(s + epsilon)`, `w ← w − v`; centered, the
 * variance `s − m²` takes the place of s under the root.
 * @param fresh 1 − decay
 * @param means the slot of m, or 0 for not centered
 * @param velocities the slot of v, or 0 for no momentum
 */
export function rmsprop(
  weights: usize,
  gradients: usize,
  squares: usize,
  means: usize,
  velocities: usize,
  size: i32,
  rate: f32,
  decay: f32,
  fresh: f32,
  momentum: f32,
  epsilon: f32,
): void {
  const decays = f32x4.splat(decay);
  const freshes = f32x4.splat(fresh);
  let offset: usize = 0;
  for (let left = size; left > 0; left -= 4, offset += 16) {
    const gradient = take(gradients + offset, left);
    const square = f32x4.add(
      f32x4.mul(take(squares + offset, left), decays),
      f32x4.mul(f32x4.mul(gradient, gradient), freshes),
    );
    give(squares + offset, square, left);
    let spread = square;
    if (means != 0) {
      const mean = f32x4.add(f32x4.mul(take(means + offset, left), decays), f32x4.mul(gradient, freshes));
      give(means + offset, mean, left);
      // Rounding may make the variance slightly negative.
      spread = f32x4.max(f32x4.sub(square, f32x4.mul(mean, mean)), f32x4.splat(0));
    }
    const root = f32x4.sqrt(f32x4.add(spread, f32x4.splat(epsilon)));
    let change = f32x4.div(f32x4.mul(gradient, f32x4.splat(rate)), root);
    if (velocities != 0) {
      change = f32x4.add(f32x4.mul(take(velocities + offset, left), f32x4.splat(momentum)), change);
      give(velocities + offset, change, left);
    }
    give(weights + offset, f32x4.sub(take(weights + offset, left), change), left);
  }
}

/**
 * `m ← β₁ m + (1 − β₁) g`, `v ← β₂ v + (1 − β₂) g²`, `w ← w − rate · m / (√v + epsilon)`.
 * @param rate learningRate · √(1 − β₂ᵗ) / (1 − β₁ᵗ)
 * @param epsilon ε · √(1 − β₂ᵗ)
 * @param fresh1 1 − β₁
 * @param fresh2 1 − β₂
 */
export function adam(
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
): void {
  const rates = f32x4.splat(rate);
  const decays1 = f32x4.splat(beta1);
  const freshes1 = f32x4.splat(fresh1);
  const decays2 = f32x4.splat(beta2);
  const freshes2 = f32x4.splat(fresh2);
  const epsilons = f32x4.splat(epsilon);
  let offset: usize = 0;
  for (let left = size; left > 0; left -= 4, offset += 16) {
    const gradient = take(gradients + offset, left);
    const mean = f32x4.add(f32x4.mul(take(means + offset, left), decays1), f32x4.mul(gradient, freshes1));
    const square = f32x4.add(
      f32x4.mul(take(squares + offset, left), decays2),
      f32x4.mul(f32x4.mul(gradient, gradient), freshes2),
    );
    give(means + offset, mean, left);
    give(squares + offset, square, left);
    const direction = f32x4.div(mean, f32x4.add(f32x4.sqrt(square), epsilons));
    give(weights + offset, f32x4.sub(take(weights + offset, left), f32x4.mul(direction, rates)), left);
  }
}

/** `x ← factor · x`: weight decay before an update, or a gradient made shorter. */
export function scaleInPlace(x: usize, size: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (let left = size; left > 0; left -= 4, x += 16) give(x, f32x4.mul(take(x, left), factors), left);
}

/** `x ← min(max(x, −bound), bound)`: a gradient clipped by value. */
export function clipInPlace(x: usize, size: i32, bound: f32): void {
  const high = f32x4.splat(bound);
  const low = f32x4.splat(-bound);
  for (let left = size; left > 0; left -= 4, x += 16) {
    give(x, f32x4.min(f32x4.max(take(x, left), low), high), left);
  }
}

/** `target ← target + factor · source`: the gradient of an L2 penalty with factor 2 · strength. */
export function addScaledInPlace(target: usize, source: usize, size: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (let left = size; left > 0; left -= 4) {
    give(target, f32x4.add(take(target, left), f32x4.mul(take(source, left), factors)), left);
    target += 16;
    source += 16;
  }
}

/** βᵗ by repeated multiplication: the same bits everywhere, which JavaScript's `**` does not promise. */
export function integerPower(base: f64, exponent: i32): f64 {
  let result: f64 = 1;
  for (let square = base; exponent > 0; exponent >>= 1, square *= square) {
    if (exponent & 1) result *= square;
  }
  return result;
}
