import type { Stream } from '../random/stream.ts';
import type { Evaluation, MetricPart } from './metric.ts';

/** How many resamples an interval is made from, and the fewest for a large part. */
const MOST_RESAMPLES = 1000;
const FEWEST_RESAMPLES = 200;
/** Numbers (rows × width) drawn in all, beyond which resamples are saved: a fifth of a second per metric. */
const LARGEST = 20_000_000;

/** Where 95 % of the resampled values of a metric lie. */
export type Interval = readonly [low: number, high: number];

/**
 * 95 % percentile bootstrap intervals (Efron, "Bootstrap methods: another look at the jackknife", 1979): rows
 * are drawn with replacement, as many as there are, 1,000 times (200 to 1,000 times where rows × outputs is
 * beyond 20,000, where intervals are narrow anyway), and every metric is computed on each draw. All
 * metrics see the same draws, so their intervals belong together, and models compared on one part with the
 * same stream are compared on the same rows. It shows the chance in the choice of the rows of the part; not
 * that in training.
 * @param stream the draws; the same stream gives the same intervals
 * @returns by name. Missing are tables, metrics that are undefined on the part or on more than half of the
 * draws, and everything when there are fewer than two rows.
 */
export function bootstrapIntervals<Name extends string>(
  metrics: Readonly<Record<Name, MetricPart>>,
  evaluation: Evaluation,
  stream: Stream,
): Partial<Record<Name, Interval>> {
  if (evaluation.rows < 2) return {};
  const judged = (Object.keys(metrics) as Name[]).filter((name) => {
    // A table costs as much as a number, and confusion matrices are in most experiments.
    if (metrics[name].direction === 'none') return false;
    const value = metrics[name].compute(evaluation);
    return typeof value === 'number' && !Number.isNaN(value);
  });
  if (judged.length === 0) return {};
  const resamples = resamplesFor(evaluation);
  const draws = new Map(judged.map((name) => [name, new Float64Array(resamples)]));
  const counted = new Map(
    judged.flatMap((name) => {
      const ofCounts = metrics[name].counted?.(evaluation);
      return ofCounts ? [[name, ofCounts] as const] : [];
    }),
  );
  const resample = createResampler(evaluation, judged.length > counted.size);
  for (let draw = 0; draw < resamples; draw++) {
    const { sample, counts } = resample(stream);
    for (const name of judged) {
      draws.get(name)![draw] = counted.get(name)?.(counts) ?? (metrics[name].compute(sample) as number);
    }
  }
  const intervals: Partial<Record<Name, Interval>> = {};
  for (const name of judged) {
    const values = draws
      .get(name)!
      .filter((value) => !Number.isNaN(value))
      .sort();
    if (values.length * 2 > resamples) intervals[name] = [quantile(values, 0.025), quantile(values, 0.975)];
  }
  return intervals;
}

/** The interval of one metric; undefined where `bootstrapIntervals` leaves it out. */
export function bootstrapInterval(
  metric: MetricPart,
  evaluation: Evaluation,
  stream: Stream,
): Interval | undefined {
  return bootstrapIntervals({ metric }, evaluation, stream).metric;
}

function resamplesFor(evaluation: Evaluation): number {
  const width = evaluation.task === 'classification' ? evaluation.classes.length : evaluation.outputs.length;
  const affordable = Math.floor(LARGEST / (evaluation.rows * width));
  return Math.max(FEWEST_RESAMPLES, Math.min(MOST_RESAMPLES, affordable));
}

/** Rows drawn with replacement. */
interface Draw {
  /** The drawn rows; those of the part itself where no metric needs them. */
  readonly sample: Evaluation;
  /** How often each row was drawn. */
  readonly counts: Int32Array;
}

/**
 * Draws rows with replacement. All draws share their memory: use one before asking for the next.
 * @param copies whether any metric needs the drawn rows themselves
 */
function createResampler(evaluation: Evaluation, copies: boolean): (stream: Stream) => Draw {
  const { rows } = evaluation;
  const drawn = new Int32Array(rows);
  const counts = new Int32Array(rows);
  const gather = copies ? createGathering(evaluation, drawn) : () => evaluation;
  return (stream) => {
    counts.fill(0);
    for (let row = 0; row < rows; row++) {
      const source = stream.integer(rows);
      drawn[row] = source;
      counts[source]!++;
    }
    return { sample: gather(), counts };
  };
}

/** Copies the drawn rows into an evaluation of their own. */
function createGathering(evaluation: Evaluation, drawn: Int32Array): () => Evaluation {
  const { rows } = evaluation;
  if (evaluation.task === 'classification') {
    const width = evaluation.classes.length;
    const labels = new Int32Array(rows);
    const probabilities = new Float32Array(rows * width);
    return () => {
      for (let row = 0; row < rows; row++) labels[row] = evaluation.labels[drawn[row]!]!;
      copyRows(evaluation.probabilities, drawn, probabilities, width);
      return { ...evaluation, labels, probabilities };
    };
  }
  const width = evaluation.outputs.length;
  const targets = new Float32Array(rows * width);
  const predictions = new Float32Array(rows * width);
  return () => {
    copyRows(evaluation.targets, drawn, targets, width);
    copyRows(evaluation.predictions, drawn, predictions, width);
    return { ...evaluation, targets, predictions };
  };
}

function copyRows(from: Float32Array, drawn: Int32Array, to: Float32Array, width: number): void {
  for (let row = 0; row < drawn.length; row++) {
    const start = drawn[row]! * width;
    for (let index = 0; index < width; index++) to[row * width + index] = from[start + index]!;
  }
}

/** Linear between order statistics, as R's type 7. */
function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
}
