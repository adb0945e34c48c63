import { DataError } from '../data-error.ts';
import type { DatasetCard } from '../dataset-card.ts';

/** Which datasets of an HDF5 file make which columns, as the options of the source `hdf5` say it. */
export interface Hdf5Columns {
  /** Names of columns with the paths of their datasets. */
  readonly datasets: Readonly<Record<string, string>>;
  /** Columns whose whole numbers are classes, with the names of the classes. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
}

/**
 * What the card of a data set of format hdf5 says of them: a column's dataset has its name, or the one given as
 * `dataset`; its categories name the classes.
 */
export function hdf5ColumnsOf({ columns }: DatasetCard): Hdf5Columns {
  return {
    datasets: Object.fromEntries(columns.map(({ name, dataset }) => [name, dataset ?? name])),
    classes: Object.fromEntries(
      columns.flatMap(({ name, categories }) => (categories ? [[name, categories]] : [])),
    ),
  };
}

/** @throws DataError when one is none of the categories that a column has */
export function codesIn(
  categories: readonly string[],
  found: readonly string[],
  column: string,
  file: string,
): readonly number[] {
  return found.map((name) => {
    const code = categories.indexOf(name);
    if (code >= 0) return code;
    throw new DataError(`"${name}" is none of the categories ${categories.join(', ')}`, {
      file,
      column,
      value: name,
      fix: 'Name every category in the data card.',
    });
  });
}
