import type { Stream } from 'descent/grading';
import type { Bar, Place } from './shapes.ts';

/** So many normal numbers. */
export function normals(stream: Stream, count: number): number[] {
  return Array.from({ length: count }, () => stream.normal());
}

/** What a known network is made of, and an image for it. */
export function drawNetwork(stream: Stream) {
  const size = 3 + stream.integer(3);
  const filters = 3 + stream.integer(3);
  const classes = 2 + stream.integer(3);
  return {
    size,
    filters,
    classes,
    factors: normals(stream, filters),
    // Above 0 for all but one, so that no network is drawn whose maps are all dark.
    offsets: normals(stream, filters).map((offset, k) => (k === 0 ? offset : 0.2 + Math.abs(offset))),
    pixels: normals(stream, size * size),
  };
}

/** The sum of values, each times its weight. */
export function weighed(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, k) => sum + value * weights[k]!, 0);
}

/** A shape at one place, and at another one. */
interface Move {
  readonly label: number;
  readonly from: Place;
  readonly to: Place;
  readonly bar: Bar;
}

/** Draws moves by four or five pixels both ways, in turn of each shape, away from a bar in the lower left corner. */
export function drawMoves(stream: Stream, count: number): readonly Move[] {
  return Array.from({ length: count }, (_, index) => {
    const from = { row: 1 + stream.integer(4), column: 3 + stream.integer(3) };
    const to = { row: from.row + 4 + stream.integer(2), column: from.column + 4 + stream.integer(2) };
    return { label: index % 3, from, to, bar: { row: 11, column: 0, isUpright: true } };
  });
}
