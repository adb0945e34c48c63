import type { PreparedData } from '../data/prepared-data.ts';
import type { MetricPart } from '../metrics/metric.ts';
import type { Model } from '../model/model.ts';
import type { Stream } from '../random/stream.ts';
import type { CallbackPart } from './callback.ts';
import type { TrainingCheckpoint } from './checkpoint.ts';
import type { Clock } from './clock.ts';
import type { TrainingEvent } from './event.ts';
import type { LossPart } from './loss.ts';
import type { OptimizerPart } from './optimizer.ts';
import type { StepChoice } from './step.ts';

/** Everything that a training run is made of. */
export interface TrainingOptions {
  /** Its weights are changed; it ends with the chosen ones. */
  readonly model: Model;
  readonly data: PreparedData;
  readonly loss: LossPart;
  readonly optimizer: OptimizerPart;
  /** Fresh parts: they have a state. */
  readonly callbacks: readonly CallbackPart[];
  /** Measured on the train and validation parts after every epoch; tables are left out. */
  readonly metrics: readonly { readonly name: string; readonly part: MetricPart }[];
  readonly epochs: number;
  /** Rows per update; the last batch of an epoch may be smaller. */
  readonly batchSize: number;
  /** Whether every epoch has an order of its own. */
  readonly shuffle: boolean;
  /** How steps are computed; by default `auto`. */
  readonly step?: StepChoice;
  /** The stream `training` of the run. */
  readonly stream: Stream;
  readonly clock: Clock;
  readonly onEvent?: (event: TrainingEvent) => void | Promise<void>;
  /** Ends the run before the next batch. */
  readonly signal?: AbortSignal;
  /**
   * Called after every epoch, and awaited. `capture` reads the state; it costs a copy of all weights and slots,
   * so call it only for checkpoints that are written, and before returning.
   */
  readonly onCheckpoint?: (epoch: {
    readonly epoch: number;
    readonly isBest: boolean;
    /** Whether the run ends with this epoch. */
    readonly isLast: boolean;
    capture(): Promise<TrainingCheckpoint>;
  }) => void | Promise<void>;
  /** Goes on where that checkpoint was made, and gives the same bits as a run that never stopped. */
  readonly resumeFrom?: TrainingCheckpoint;
}

/** How a training run ended. */
export interface TrainingOutcome {
  readonly status: 'completed' | 'stopped early' | 'interrupted' | 'failed';
  /** Why, a whole sentence. */
  readonly reason: string;
  /** Number of whole epochs, those before a resume included. */
  readonly epochs: number;
  /** The epoch whose weights the model has; 0 for the initial ones. */
  readonly chosenEpoch: number;
  /** Seconds of this call. */
  readonly seconds: number;
}

/** Why a run ends. */
export type Ending = Pick<TrainingOutcome, 'status' | 'reason'>;
