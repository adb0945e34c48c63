/** Points (x, y). */
export interface Points {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** A line y = m·x + c. */
export interface Line {
  readonly m: number;
  readonly c: number;
}

/** The mean squared error of a line. */
export function lossOf({ m, c }: Line, { xs, ys }: Points): number {
  return mean(xs.map((x, i) => (ys[i]! - m * x - c) ** 2));
}

/**
 * How fast the loss grows with each parameter, by central differences over 10⁻⁴. The loss is quadratic, so only rounding errs:
 * about 10⁻¹¹.
 */
export function slopesOf({ m, c }: Line, points: Points): Line {
  const h = 1e-4;
  return {
    m: (lossOf({ m: m + h, c }, points) - lossOf({ m: m - h, c }, points)) / (2 * h),
    c: (lossOf({ m, c: c + h }, points) - lossOf({ m, c: c - h }, points)) / (2 * h),
  };
}

/** The line with the smallest loss, from the normal equations. */
export function bestLine({ xs, ys }: Points): Line {
  const [x, y] = [mean(xs), mean(ys)];
  const m =
    mean(xs.map((value, i) => (value - x) * (ys[i]! - y))) / mean(xs.map((value) => (value - x) ** 2));
  return { m, c: y - m * x };
}

/**
 * The learning rate from which on gradient descent diverges: 2/λ, where λ is the larger eigenvalue of the loss's matrix
 * of second derivatives, 2·[[mean x², mean x], [mean x, 1]].
 */
export function largestStableRate({ xs }: Points): number {
  const [square, x] = [mean(xs.map((value) => value ** 2)), mean(xs)];
  const eigenvalue = square + 1 + Math.hypot(square - 1, 2 * x);
  return 2 / eigenvalue;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
