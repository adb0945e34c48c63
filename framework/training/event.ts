/** Values by `part.name`: `train.loss`, `validation.accuracy`. */
export type Values = Readonly<Record<string, number>>;

/**
 * What happens during a run, in order; one JSON line each in `events.jsonl`. The history, progress bars and
 * the report read only these.
 */
export type TrainingEvent =
  | {
      readonly type: 'start';
      readonly time: string;
      readonly epochs: number;
      readonly batchesPerEpoch: number;
      readonly parameters: number;
      readonly values: Values;
    }
  /** Not written to the file: only for progress. */
  | {
      readonly type: 'batch';
      readonly epoch: number;
      readonly batch: number;
      readonly batches: number;
      readonly loss: number;
    }
  | {
      readonly type: 'epoch';
      readonly epoch: number;
      readonly values: Values;
      readonly learningRate: number;
      readonly seconds: number;
      readonly isBest: boolean;
    }
  | { readonly type: 'resume'; readonly time: string; readonly epoch: number }
  | {
      readonly type: 'end';
      readonly time: string;
      readonly epochs: number;
      /** Why training ended, a whole sentence. */
      readonly reason: string;
      readonly status: 'completed' | 'stopped early' | 'interrupted' | 'failed';
      /** The epoch whose weights the model has. */
      readonly chosenEpoch: number;
    };
