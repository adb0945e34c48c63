import type { Stream } from 'descent/grading';

/** Seeds for networks: different ones, never 0. */
export function drawSeeds(stream: Stream, count: number): number[] {
  return Array.from(stream.permutation(1000).subarray(0, count), (seed) => seed + 1);
}

/** One such seed. */
export function drawSeed(stream: Stream): number {
  return drawSeeds(stream, 1)[0]!;
}
