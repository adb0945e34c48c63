import type { Stream } from 'descent/grading';

/** Labeled points. */
export interface Points {
  readonly xs: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** A neuron with weights of length 1, so that w·x + b is a point's distance from its boundary. */
export interface Separator {
  readonly w: readonly number[];
  readonly b: number;
}

/** The distance that drawn points keep from the boundary. */
export const MARGIN = 0.1;

/** A boundary in a random direction that passes the origin at a distance from 0.1 to 0.4. */
export function drawSeparator(stream: Stream, features = 2): Separator {
  const direction = Array.from({ length: features }, () => stream.normal());
  const length = Math.hypot(...direction);
  const side = stream.uniform() < 0.5 ? -1 : 1;
  return { w: direction.map((value) => value / length), b: side * (0.1 + 0.3 * stream.uniform()) };
}

/** Points of the square (or cube) from -1 to 1, labeled by a separator; those nearer to it than the margin are left out. */
export function drawPoints(stream: Stream, separator: Separator, count: number): Points {
  const xs: number[][] = [];
  const labels: number[] = [];
  while (xs.length < count) {
    const x = separator.w.map(() => 2 * stream.uniform() - 1);
    const distance = netOf(separator, x);
    if (Math.abs(distance) < MARGIN) continue;
    xs.push(x);
    labels.push(distance > 0 ? 1 : 0);
  }
  return { xs, labels };
}

/** The share of points that a neuron answers as labeled, computed here from its weights. */
export function accuracyOf(neuron: Separator, { xs, labels }: Points): number {
  const right = xs.filter((x, i) => (netOf(neuron, x) > 0 ? 1 : 0) === labels[i]);
  return right.length / xs.length;
}

/** w·x + b. */
export function netOf({ w, b }: Separator, x: readonly number[]): number {
  return x.reduce((sum, value, j) => sum + w[j]! * value, b);
}
