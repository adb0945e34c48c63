import type { Json } from '../component/json.ts';
import type { Stream } from '../random/stream.ts';
import type { ColumnInfo, Table } from './table.ts';

/** A transform that has seen the training part. */
export interface FittedTransform {
  /** Everything that was learned, as the run folder keeps it; `restore(state)` gives the same transform again. */
  readonly state: Json;
  /** Pure; the table may be of any part and any number of rows. */
  transform(table: Table): Table;
  /** Undoes `transform` on the columns that it wrote, where that is possible. Target transforms need it. */
  inverse?(table: Table): Table;
}

export interface TransformPart {
  /**
   * The columns after the transform; names, kinds, order.
   * @throws ComponentProblem when the columns do not suit it (wrong kind, unknown name).
   */
  describe(columns: readonly ColumnInfo[]): readonly ColumnInfo[];
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
