import { createStream } from '../random/stream.ts';
import type { DatasetCard } from './dataset-card.ts';
import { findDataset } from './dataset-library.ts';
import type { DataFile } from './source.ts';
import { csv } from './sources/csv.ts';
import { hdf5 } from './sources/hdf5.ts';
import { idx } from './sources/idx.ts';
import type { Table } from './table.ts';

/** A data set with all its rows. */
export interface LoadedDataset {
  readonly card: DatasetCard;
  /** The published parts in the order of the card; one without a name where there are none. */
  readonly parts: readonly { readonly name: string | undefined; readonly table: Table }[];
  readonly files: readonly DataFile[];
}

/**
 * Loads a data set that comes with Descent, for a look at it.
 * @throws ComponentProblem for an unknown name, DataError for files that are missing or damaged
 */
export async function loadDataset(name: string): Promise<LoadedDataset> {
  const { card } = await findDataset(name);
  // Sources of files draw nothing and know where data sets lie.
  const context = { directory: '.', stream: createStream(0) };
  if (card.format !== 'idx') {
    const source =
      card.format === 'csv'
        ? csv.build({ dataset: name, delimiter: ',', missing: [], columns: {} }, context)
        : hdf5.build({ dataset: name, classes: {} }, context);
    const { table, files } = await source.load();
    return { card, parts: [{ name: undefined, table }], files };
  }
  const names = [...new Set(card.files.flatMap(({ part }) => part ?? []))];
  const loaded = await Promise.all(
    names.map((part) => idx.build({ dataset: name, part, classes: [] }, context).load()),
  );
  return {
    card,
    parts: names.map((part, index) => ({ name: part, table: loaded[index]!.table })),
    files: loaded.flatMap(({ files }) => files),
  };
}
