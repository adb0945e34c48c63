/** Predictions of a part beside the truth, in the unit of the source. Metrics are pure functions of it. */
export type Evaluation =
  | {
      readonly task: 'classification';
      readonly rows: number;
      readonly classes: readonly string[];
      /** True class index, `[rows]`. */
      readonly labels: Int32Array;
      /** `[rows, classes]`, rows sum to 1. */
      readonly probabilities: Float32Array;
    }
  | {
      readonly task: 'regression';
      readonly rows: number;
      readonly outputs: readonly string[];
      /** `[rows, outputs]`. */
      readonly targets: Float32Array;
      /** `[rows, outputs]`. */
      readonly predictions: Float32Array;
    };

/** A table such as the confusion matrix: rows and columns named. */
export interface MetricTable {
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  readonly values: readonly (readonly number[])[];
}

export interface MetricPart {
  readonly tasks: readonly Evaluation['task'][];
  /** Which way is better; a table has none. */
  readonly direction: 'higher' | 'lower' | 'none';
  /** The unit of the result: that of the target, or none. */
  readonly unit: 'none' | 'target';
  /** A number, NaN where it is undefined (and the documentation says when), or a table. Accumulated over all samples. */
  compute(evaluation: Evaluation): number | MetricTable;
  /**
   * The metric with every row counted a number of times, for metrics that sort: `compute` is this with every row
   * counted once. The bootstrap asks for it once and calls the result for every draw.
   * @returns the metric by how often each row counts, `[rows]`
   */
  counted?(evaluation: Evaluation): (counts: Int32Array) => number;
}

declare module '../component/component.ts' {
  interface ComponentKinds {
    metric: { part: MetricPart; context: undefined };
  }
}
