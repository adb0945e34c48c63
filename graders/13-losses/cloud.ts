import type { Stream } from 'descent/grading';

/** Points around a line through the origin. */
export interface Cloud {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** The slope of the line that they were drawn around. */
  readonly slope: number;
}

/** The losses that limit the pull of a single point, of one error, with delta 1. */
const LOSSES = {
  absoluteError: (error: number) => Math.abs(error),
  huber: (error: number) => {
    const small = Math.min(Math.abs(error), 1);
    return small * (Math.abs(error) - small / 2);
  },
  logCosh: (error: number) => {
    const size = Math.abs(error);
    return size + Math.log((1 + Math.exp(-2 * size)) / 2);
  },
};

/** Sixty points with x from 0.5 to 3, and a normal error of 0.3 in y. */
export function drawCloud(stream: Stream): Cloud {
  const slope = stream.normal();
  const xs = Array.from({ length: 60 }, (_, i) => 0.5 + (2.5 * (i + stream.uniform())) / 60);
  return { xs, ys: xs.map((x) => slope * x + 0.3 * stream.normal()), slope };
}

/** The same points with the last one, which has the largest x, moved up or down by 40 to 60. */
export function withOutlier({ xs, ys, slope }: Cloud, stream: Stream): Cloud {
  const shift = (stream.uniform() < 0.5 ? -1 : 1) * (40 + 20 * stream.uniform());
  return { xs, ys: ys.with(-1, ys.at(-1)! + shift), slope };
}

/** The slope of the line through the origin with the smallest squared error. */
export function leastSquaresSlope({ xs, ys }: Cloud): number {
  const products = xs.reduce((sum, x, i) => sum + x * ys[i]!, 0);
  return products / xs.reduce((sum, x) => sum + x * x, 0);
}

/** The mean loss of the line with that slope. */
export function meanLossOf(name: keyof typeof LOSSES, slope: number, { xs, ys }: Cloud): number {
  return xs.reduce((sum, x, i) => sum + LOSSES[name](slope * x - ys[i]!), 0) / xs.length;
}
