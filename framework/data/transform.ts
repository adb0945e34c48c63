import type { Json } from '../component/json.ts';
import type { Stream } from '../random/stream.ts';
import type { PartTables } from './part-tables.ts';
import type { ColumnInfo, Table } from './table.ts';

/** A transform that has seen the training part. */
export interface FittedTransform {
  /** Everything that was learned, as the run folder keeps it; `restore(state)` gives the same transform again. */
  readonly state: Json;
  /**
   * Pure; the table may be of any part and any number of rows.
   * @throws ValueProblem for a value that it cannot take
   */
  transform(table: Table): Table;
  /** Undoes `transform` on the columns that it wrote, where that is possible. Target transforms need it. */
  inverse?(table: Table): Table;
  /** Makes new rows out of those of one part, features and targets together; used instead of `transform`. */
  rearrange?(part: PartTables): PartTables;
  /** Changes the features `[...inputShape]` of one training sample in place, differently at every draw. */
  augment?(sample: Float32Array, stream: Stream): void;
  /** Chooses the training rows of an epoch by their targets. */
  sampler?(targets: Int32Array | Float32Array): EpochSampler;
}

/** Which rows of the training part an epoch goes through. */
export interface EpochSampler {
  /** How many they are, the same in every epoch. */
  readonly rows: number;
  /** Row numbers in the order of training; a row may come several times. */
  draw(stream: Stream): Int32Array;
}

/** What stands around the columns of features. */
export interface Surroundings {
  /** All columns of the source, as they are before any transform. */
  readonly source: readonly ColumnInfo[];
  /** The columns to predict. */
  readonly targets: readonly ColumnInfo[];
}

export interface TransformPart {
  /**
   * What it acts on: the columns of every part, row by row (absent: this); whole series of rows, which become new
   * rows; or training only, so that validation, test and prediction never see it.
   */
  readonly scope?: 'columns' | 'series' | 'training';
  /** Columns of the source that it looks at though they may be no features: a time, a subject; by option. */
  readonly keys?: readonly { readonly option: string; readonly name: string }[];
  /**
   * The columns after the transform; names, kinds, order.
   * @param around absent where columns are looked at alone
   * @throws ComponentProblem when the columns do not suit it (wrong kind, unknown name).
   */
  describe(columns: readonly ColumnInfo[], around?: Surroundings): readonly ColumnInfo[];
  /** Learns from the training part only. */
  fit(training: Table, stream: Stream): FittedTransform;
  /** @throws Error when the state is not one of this transform's. */
  restore(state: Json): FittedTransform;
}

declare module '../component/component.ts' {
  interface ComponentKinds {
    transform: { part: TransformPart; context: undefined };
  }
}
