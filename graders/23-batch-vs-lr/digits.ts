import type { Stream } from 'descent/grading';
import { drawMnist, type Digits } from '../../datasets/mnist/draw-mnist.ts';

export type { Digits };

/** Height and width of an image. */
const SIDE = 7;

/** Draws digits for several purposes: as many as are asked for, none of them twice. */
export const drawDigits = (stream: Stream, counts: readonly number[]): Promise<readonly Digits[]> =>
  drawMnist(stream, counts, SIDE);

/** A seed for a run, from 1. */
export const drawSeed = (stream: Stream): number => 1 + stream.integer(1000);
