import type { Stream } from '../random/stream.ts';
import type { ColumnInfo, Table } from './table.ts';

/** What a source says of itself. Where a data card exists no data is read for it. */
export interface SourceDescription {
  readonly columns: readonly ColumnInfo[];
  /** The number of rows where it is known. */
  readonly rows: number | undefined;
}

/** A file that went into a run. */
export interface DataFile {
  readonly path: string;
  readonly sha256: string;
}

export interface LoadedSource {
  readonly table: Table;
  readonly files: readonly DataFile[];
}

export interface SourcePart {
  /** @throws ComponentProblem or DataError when it cannot be found or read. */
  describe(): Promise<SourceDescription>;
  /** @throws DataError naming file, row, column and value. */
  load(): Promise<LoadedSource>;
  /** Reads only those rows, ascending, where that is cheaper than all; `describe` must know their number. */
  loadRows?(rows: Int32Array): Promise<LoadedSource>;
}

export interface SourceContext {
  /** The folder against which relative paths are resolved: that of the experiment file. */
  readonly directory: string;
  /** The stream `data/source` of the run, for sources that draw. */
  readonly stream: Stream;
}

declare module '../component/component.ts' {
  interface ComponentKinds {
    source: { part: SourcePart; context: SourceContext };
  }
}
