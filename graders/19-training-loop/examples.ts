import type { Stream } from 'descent/grading';

/** Examples: a row of ten numbers each, and which of three classes it is. */
export interface Data {
  readonly rows: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** How far the centers of the classes are from the middle, in standard deviations of an example. */
const DISTANCE = 1.8;

/**
 * Examples of three classes in turn. The first two numbers scatter around the center of the class, which lies on a circle; the other
 * eight say nothing. So a network can learn few examples by heart, to no use for others.
 */
export function drawExamples(stream: Stream, count: number): Data {
  const labels = Array.from({ length: count }, (_, place) => place % 3);
  const rows = labels.map((label) => {
    const angle = (2 * Math.PI * label) / 3;
    const center = [DISTANCE * Math.cos(angle), DISTANCE * Math.sin(angle)];
    return Array.from({ length: 10 }, (_, column) => (center[column] ?? 0) + stream.normal());
  });
  return { rows, labels };
}

/** A seed for a network or an order, from 1. */
export const drawSeed = (stream: Stream): number => 1 + stream.integer(1000);
