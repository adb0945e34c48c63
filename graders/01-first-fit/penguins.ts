import { columnOf, isMissing, loadDataset, selectRows, type Table } from 'descent/grading';

/** Penguins for the network to learn from, and others to judge it by. */
export interface Penguins {
  /** With all columns. */
  readonly training: Table;
  /** Without their species, which stays here. */
  readonly heldOut: Table;
  /** The species of those, as indices of {@link Penguins.species}. */
  readonly labels: Int32Array;
  readonly species: readonly string[];
}

/**
 * Divides the 333 penguins that lack no value.
 * @param isHeldOut told the place of a penguin among them; the file is sorted by species
 */
export async function dividePenguins(isHeldOut: (index: number) => boolean): Promise<Penguins> {
  const { parts } = await loadDataset('penguins');
  const { table } = parts[0]!;
  const all = Int32Array.from({ length: table.rows }, (_, row) => row);
  const complete = all.filter((row) => table.columns.every((column) => !isMissing(column, row)));
  const heldOut = selectRows(
    table,
    complete.filter((_, index) => isHeldOut(index)),
  );
  const species = columnOf(heldOut, 'species');
  if (species.kind !== 'category') throw new Error('the species is a category');
  return {
    training: selectRows(
      table,
      complete.filter((_, index) => !isHeldOut(index)),
    ),
    heldOut: { ...heldOut, columns: heldOut.columns.filter((column) => column !== species) },
    labels: species.codes,
    species: species.categories,
  };
}

/** Probabilities `[rows, classes]`, row after row. */
type Probabilities = ArrayLike<number>;

/** The share of rows whose most probable class is the right one. */
export function accuracyOf(probabilities: Probabilities, labels: Int32Array): number {
  const classes = probabilities.length / labels.length;
  const right = labels.filter((label, row) => {
    const own = Array.from({ length: classes }, (_, index) => probabilities[row * classes + index]!);
    return own.indexOf(Math.max(...own)) === label;
  });
  return right.length / labels.length;
}

/** The mean of −log p over the rows, where p is the probability of the right class, at least 10⁻⁷. */
export function crossEntropyOf(probabilities: Probabilities, labels: Int32Array): number {
  const classes = probabilities.length / labels.length;
  const losses = Array.from(
    labels,
    (label, row) => -Math.log(Math.max(probabilities[row * classes + label]!, 1e-7)),
  );
  return losses.reduce((sum, loss) => sum + loss, 0) / labels.length;
}
