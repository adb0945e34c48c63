import type * as tf from '#tensorflow';
import type { Registry } from '../component/registry.ts';

/**
 * An update rule. Its state lives in named slots, one tensor of the variable's shape each, which the training
 * step keeps, so that checkpoints hold it and a resumed run goes on with the same bits.
 */
export interface OptimizerPart {
  /** The names of the slots, with the value they start from. */
  readonly slots: Readonly<Record<string, number>>;
  /** The learning rate as a schedule. */
  readonly schedule: SchedulePart;
  /**
   * One update of one variable. Runs inside `tf.tidy`.
   * @param update.step number of this update, counted from 1
   * @returns the new value and the new slots
   */
  update(update: {
    readonly variable: tf.Tensor;
    readonly gradient: tf.Tensor;
    readonly slots: Readonly<Record<string, tf.Tensor>>;
    readonly learningRate: number;
    readonly step: number;
  }): { readonly variable: tf.Tensor; readonly slots: Readonly<Record<string, tf.Tensor>> };
}

/** The learning rate as a function of the progress. */
export interface SchedulePart {
  /** @param progress.step number of updates done; progress.epoch number of epochs done, with its fraction */
  rate(progress: { readonly step: number; readonly epoch: number; readonly epochs: number }): number;
}

export interface OptimizerContext {
  readonly registry: Registry;
}

declare module '../component/component.ts' {
  interface ComponentKinds {
    optimizer: { part: OptimizerPart; context: OptimizerContext };
    schedule: { part: SchedulePart; context: undefined };
  }
}
