import type { MetricTable } from '../metrics/metric.ts';
import type { PartName } from '../data/split.ts';
import type { Trial } from './trial.ts';

/** What `metrics.json` in a run folder holds. A number that is undefined is `null`. */
export interface RunResult {
  readonly schemaVersion: 1;
  readonly name: string;
  /** What was tried instead of a full run; null for a full run. */
  readonly trial: Trial | null;
  readonly task: 'classification' | 'regression';
  readonly status: 'completed' | 'stopped early' | 'interrupted' | 'failed';
  /** Why training ended, a whole sentence. */
  readonly reason: string;
  readonly epochs: number;
  /** The epoch whose weights were evaluated. */
  readonly chosenEpoch: number;
  /** Seconds of training, and from start to finish. */
  readonly trainingSeconds: number;
  readonly totalSeconds: number;
  /** The classes, or the names of the numbers predicted. */
  readonly outputs: readonly string[];
  /** Which way is better for every metric that is a number. */
  readonly directions: Readonly<Record<string, 'higher' | 'lower'>>;
  readonly parts: Readonly<Partial<Record<PartName, PartResult>>>;
  /** The part on which model and baselines are compared: test where it has rows, else validation, else train. */
  readonly judgedPart: PartName;
  readonly baselines: readonly BaselineResult[];
  readonly targets: readonly TargetResult[];
}

export interface PartResult {
  readonly rows: number;
  /** The loss without penalties, in the unit in which the model was trained. */
  readonly loss: number | null;
  readonly metrics: Readonly<Record<string, number | null | MetricTable>>;
  /** 95 % bootstrap intervals of the metrics that are numbers, on the judged part. */
  readonly intervals: Readonly<Record<string, readonly [low: number, high: number]>>;
}

export interface BaselineResult {
  readonly type: string;
  readonly title: string;
  /** Where it had to simplify, e.g. learned from 2,000 of 8,000 rows. */
  readonly remark: string | null;
  readonly metrics: Readonly<Record<string, number | null>>;
  /** 95 % bootstrap intervals, on the same draws of rows as those of the model. */
  readonly intervals: Readonly<Record<string, readonly [low: number, high: number]>>;
}

export interface TargetResult {
  /** `test.accuracy` */
  readonly value: string;
  /** `>= 0.95` */
  readonly condition: string;
  readonly measured: number | null;
  readonly met: boolean;
}
