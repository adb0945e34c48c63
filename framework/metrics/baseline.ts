import type { PreparedData } from '../data/prepared-data.ts';
import type { PartName } from '../data/split.ts';
import type { Stream } from '../random/stream.ts';
import type { Evaluation } from './metric.ts';

/** A simple predictor that stands beside every result, so that a number can be judged. */
export interface BaselinePart {
  readonly tasks: readonly Evaluation['task'][];
  /** How it reads in a table, e.g. `majority class`. */
  readonly title: string;
  /** Whether it makes sense for data of its task; absent: for all. */
  suits?(data: PreparedData): boolean;
  /**
   * Learns from the training part and predicts another.
   * @returns the evaluation, and a remark where it had to simplify (e.g. learned from 2,000 of 8,000 rows)
   */
  evaluate(
    data: PreparedData,
    part: PartName,
    stream: Stream,
  ): Promise<{ readonly evaluation: Evaluation; readonly remark?: string }>;
}

declare module '../component/component.ts' {
  interface ComponentKinds {
    baseline: { part: BaselinePart; context: undefined };
  }
}
