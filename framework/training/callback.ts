import type { Json } from '../component/json.ts';
import type { TrainingEvent } from './event.ts';

/** What is known at the end of an epoch. */
export interface EpochEnd {
  /** Counted from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** `train.loss`, `validation.loss`, `validation.accuracy`, … */
  readonly values: Readonly<Record<string, number>>;
  readonly learningRate: number;
}

/** What a callback asks of the training loop. */
export interface CallbackRequest {
  /** Stop after this epoch; the reason in words, a whole sentence. */
  readonly stop?: string;
  /** This epoch's weights are the best so far: keep them. */
  readonly keepBest?: boolean;
  /** Multiply the learning rate from now on. */
  readonly scaleLearningRate?: number;
}

export interface CallbackPart {
  /** The values that it watches, e.g. `validation.loss`, by option; checked before training. */
  readonly monitors: readonly { readonly option: string; readonly value: string }[];
  /** Whether the best weights shall be restored at the end, whatever ended the run. */
  readonly restoresBest: boolean;
  onEpochEnd(end: EpochEnd): CallbackRequest;
  /** For checkpoints. */
  state(): Json;
  restore(state: Json): void;
  /** Files that the run writes into its folder when it ends, made from all its events; a callback itself writes none. */
  readonly files?: readonly {
    readonly name: string;
    readonly content: (events: readonly TrainingEvent[]) => string;
  }[];
}

export interface CallbackContext {
  /** Which way is better for a monitored value, as the metric or loss declares. */
  readonly direction: (value: string) => 'higher' | 'lower';
}

declare module '../component/component.ts' {
  interface ComponentKinds {
    callback: { part: CallbackPart; context: CallbackContext };
  }
}
