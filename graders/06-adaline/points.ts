import type { Stream } from 'descent/grading';

/** Points and their targets, +1 or -1. */
export interface Points {
  readonly xs: readonly (readonly number[])[];
  readonly ys: readonly number[];
}

/** Weights and bias. */
export interface Neuron {
  readonly w: readonly number[];
  readonly b: number;
}

/**
 * Points of the square from -1 to 1 on both sides of an oblique line, for whose side both features count, and which keep a
 * distance from it.
 */
export function drawPoints(stream: Stream, count: number, margin: number): Points {
  const angle = (Math.PI / 2) * stream.integer(4) + Math.PI / 4 + 0.7 * (stream.uniform() - 0.5);
  const separator = {
    w: [Math.cos(angle), Math.sin(angle)],
    b: (stream.uniform() < 0.5 ? -1 : 1) * (0.1 + 0.3 * stream.uniform()),
  };
  const xs: number[][] = [];
  const ys: number[] = [];
  while (xs.length < count) {
    const x = [2 * stream.uniform() - 1, 2 * stream.uniform() - 1];
    const distance = netOf(separator, x);
    if (Math.abs(distance) < margin) continue;
    xs.push(x);
    ys.push(distance > 0 ? 1 : -1);
  }
  return { xs, ys };
}

/** w·x + b. */
export function netOf({ w, b }: Neuron, x: readonly number[]): number {
  return x.reduce((sum, feature, j) => sum + w[j]! * feature, b);
}

/** The sum of squared errors. */
export function lossOf(neuron: Neuron, { xs, ys }: Points): number {
  return xs.reduce((sum, x, i) => sum + (ys[i]! - netOf(neuron, x)) ** 2, 0);
}

/** On the wrong side. */
export function mistakesOf(neuron: Neuron, { xs, ys }: Points): number {
  return xs.filter((x, i) => (netOf(neuron, x) > 0 ? 1 : -1) !== ys[i]).length;
}

/** The neuron of zeros that all training begins with. */
export function zeros({ xs }: Points): Neuron {
  return { w: xs[0]!.map(() => 0), b: 0 };
}

/** The neuron after one point of the delta rule, or after all points of a batch at once. */
export function stepOf(neuron: Neuron, { xs, ys }: Points, lr: number): Neuron {
  const moves = xs.map((x, i) => 2 * lr * (ys[i]! - netOf(neuron, x)));
  const total = (weigh: (x: readonly number[]) => number) =>
    moves.reduce((sum, move, i) => sum + move * weigh(xs[i]!), 0);
  return {
    w: neuron.w.map((weight, j) => weight + total((x) => x[j]!)),
    b: neuron.b + total(() => 1),
  };
}

/** Points with a 1 for the bias, multiplied with each other: what the loss is curved by, without the factor 2. */
function momentsOf({ xs }: Points): number[][] {
  const extended = xs.map((x) => [...x, 1]);
  return extended[0]!.map((_, j) =>
    extended[0]!.map((_unused, k) => extended.reduce((sum, x) => sum + x[j]! * x[k]!, 0)),
  );
}

/** The neuron of the smallest loss: where the gradient is 0, which is a system of linear equations (Gauss). */
export function leastSquares(points: Points): Neuron {
  const { xs, ys } = points;
  const rows = momentsOf(points).map((row, j) => [
    ...row,
    xs.reduce((sum, x, i) => sum + ys[i]! * (x[j] ?? 1), 0),
  ]);
  rows.forEach((pivot, j) => {
    const scaled = pivot.map((value) => value / pivot[j]!);
    rows.forEach((row, k) => {
      rows[k] = k === j ? scaled : row.map((value, column) => value - row[j]! * scaled[column]!);
    });
  });
  const solution = rows.map((row) => row.at(-1)!);
  return { w: solution.slice(0, -1), b: solution.at(-1)! };
}

/** The learning rate above which gradient descent of the sum of squared errors diverges: 2 / (its largest curvature). */
export function largestStableRate(points: Points): number {
  const moments = momentsOf(points);
  let direction = moments.map((_, j) => 1 + j / 7);
  let length = 1;
  for (let i = 0; i < 200; i++) {
    const turned = moments.map((row) => row.reduce((sum, value, k) => sum + value * direction[k]!, 0));
    length = Math.hypot(...turned);
    direction = turned.map((value) => value / length);
  }
  return 1 / length;
}

/** How far one neuron is from another, as a share of the other's length. */
export function distanceOf(one: Neuron, other: Neuron): number {
  const difference = [...one.w, one.b].map((value, j) => value - [...other.w, other.b][j]!);
  return Math.hypot(...difference) / Math.hypot(...other.w, other.b);
}

/** Numbers of the standard normal distribution. */
export const draw = (stream: Stream, count: number): number[] =>
  Array.from({ length: count }, () => stream.normal());

/** A few points of several features, with any targets: a gradient has to be right where nothing can be separated, too. */
export function drawAny(stream: Stream, features: number): Points {
  const xs = Array.from({ length: 7 }, () => draw(stream, features));
  return { xs, ys: xs.map(() => (stream.uniform() < 0.5 ? -1 : 1)) };
}
