import type { Stream } from 'descent/grading';

/** Points (x, y). */
export interface Points {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The line y = m·x + n. */
export interface Line {
  readonly m: number;
  readonly n: number;
}

/** A place on a trajectory. */
export interface Place extends Line {
  readonly loss: number;
}

/** Where the exercise begins. */
export const start: Line = { m: 0, n: 0.4 };

/** A number between two bounds. */
export function between(stream: Stream, low: number, high: number): number {
  return low + (high - low) * stream.uniform();
}

/** Points that are up to 0.1 above or below the line y = 2x, as those of the exercise. */
export function drawLine(stream: Stream, count: number): Points {
  const xs = Array.from({ length: count }, () => between(stream, -0.5, 0.5));
  return { xs, ys: xs.map((x) => 2 * x + between(stream, -0.1, 0.1)) };
}

/** Points that are up to 0.01 above or below the parabola y = x². */
export function drawParabola(stream: Stream, count: number): Points {
  const xs = Array.from({ length: count }, () => between(stream, -0.5, 0.5));
  return { xs, ys: xs.map((x) => x ** 2 + between(stream, -0.01, 0.01)) };
}

/** The mean squared error of heights. */
export function errorOf(heights: readonly number[], ys: readonly number[]): number {
  const squares = ys.map((y, i) => (heights[i]! - y) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

/** The mean squared error of a line on all points: what a submission says of its own loss proves nothing. */
export function lossOf({ m, n }: Line, { xs, ys }: Points): number {
  return errorOf(
    xs.map((x) => m * x + n),
    ys,
  );
}

/** How far a walk is, from step to step. */
export function lengthOf(places: readonly Line[]): number {
  const hops = places.slice(1).map(({ m, n }, i) => Math.hypot(m - places[i]!.m, n - places[i]!.n));
  return hops.reduce((sum, hop) => sum + hop, 0);
}

/** From −0.5 to 0.5 in a hundred equal parts. */
export const grid: readonly number[] = Array.from({ length: 101 }, (_, i) => (i - 50) / 100);

/** The heights of the parabola there. */
export const parabola: readonly number[] = grid.map((x) => x ** 2);
