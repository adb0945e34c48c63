import type { Json } from '../component/json.ts';

/** A tensor in memory of JavaScript. */
export interface TensorValues {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * Everything that a run needs to go on after an epoch as if it had never stopped, as plain data.
 * Random streams are derived from epoch and step, so they need no state.
 */
export interface TrainingCheckpoint {
  readonly progress: {
    /** Number of epochs done. */
    readonly epoch: number;
    /** Number of updates done. */
    readonly step: number;
    /** What callbacks have made of the learning rate. */
    readonly learningRateScale: number;
    /** The epoch of the best weights, if any. */
    readonly bestEpoch: number | null;
    /** Why a callback has stopped the run, if one has. */
    readonly stop: string | null;
    /** One state per callback, in order. */
    readonly callbacks: readonly Json[];
  };
  /**
   * By name: `weights/dense_1/kernel`, `slots/dense_1/kernel/mean` and, where there are best weights,
   * `best/dense_1/kernel`.
   */
  readonly tensors: Readonly<Record<string, TensorValues>>;
}
