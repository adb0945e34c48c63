import type * as tf from '#tensorflow';
import type { Address } from '../backend/kernels/fast/address.ts';
import type { KernelModule } from '../backend/kernels/fast/kernel-module.ts';
import type { Registry } from '../component/registry.ts';

/**
 * An update rule. Its state lives in named slots, one tensor of the variable's shape each, which the training
 * step keeps, so that checkpoints hold it and a resumed run goes on with the same bits.
 */
export interface OptimizerPart {
  /** The names of the slots, with the value they start from. */
  readonly slots: Readonly<Record<string, number>>;
  /** The learning rate; the schedule and callbacks scale it. */
  readonly learningRate: number;
  readonly schedule: SchedulePart;
  /** What happens to gradients before the update. */
  readonly clipping: Clipping;
  readonly weightDecay: WeightDecay;
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
  /** The same update by one kernel of the backend wasm, to the same bits; without it `update` serves there too. */
  readonly updateInPlace?: (kernels: KernelModule, update: UpdateInPlace) => void;
}

/** One update of one variable where it lies, on the heap of the backend wasm. */
export interface UpdateInPlace {
  readonly variable: Address;
  readonly gradient: Address;
  readonly slots: Readonly<Record<string, Address>>;
  /** Number of elements; the slots have as many. */
  readonly size: number;
  readonly learningRate: number;
  /** Number of this update, counted from 1. */
  readonly step: number;
}

/** Bounds on gradients; `null` for none. */
export interface Clipping {
  /** On every element: cut off at ± this value. */
  readonly value: number | null;
  /** On the Euclidean norm of every variable's gradient: scaled down to it. */
  readonly norm: number | null;
  /** On the Euclidean norm of all gradients together: scaled down to it by one factor. */
  readonly globalNorm: number | null;
}

/** Pulls weights to zero apart from the gradient: `w ← w − learningRate · strength · w` before the update. */
export interface WeightDecay {
  readonly strength: number;
  /** Last parts of the names of weights that are left alone: `bias` for `dense_1/bias`. */
  readonly exclude: readonly string[];
}

/** How far training has come, before an update. */
export interface Progress {
  /** Number of updates done. */
  readonly step: number;
  /** Number of epochs done, with its fraction: 1.5 in the middle of the second. */
  readonly epoch: number;
  /** Number of epochs planned. */
  readonly epochs: number;
}

/** The learning rate over time, as a factor of the optimizer's. */
export interface SchedulePart {
  factor(progress: Progress): number;
}

export interface OptimizerContext {
  readonly registry: Registry;
}

declare module '../component/component.ts' {
  interface ComponentKinds {
    optimizer: { part: OptimizerPart; context: OptimizerContext };
    schedule: { part: SchedulePart; context: OptimizerContext };
  }
}
