import type { Stream } from 'descent';
import { isMissing, loadDataset, type Column } from 'descent/grading';

/** A penguin that lacks no value, with the columns of the table. */
export interface Penguin {
  readonly species: string;
  readonly island: string;
  readonly bill_length_mm: number;
  readonly bill_depth_mm: number;
  readonly flipper_length_mm: number;
  readonly body_mass_g: number;
  readonly sex: 'female' | 'male';
  readonly year: number;
}

/** The species in the order of the alphabet. */
export const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];

/** All 333 penguins that lack no value, in the order of the file: by species. */
export async function loadPenguins(): Promise<readonly Penguin[]> {
  const { rows, columns } = (await loadDataset('penguins')).parts[0]!.table;
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    columns.every((column) => !isMissing(column, row)),
  );
  return complete.map(
    (row) =>
      Object.fromEntries(columns.map((column) => [column.name, cellOf(column, row)])) as unknown as Penguin,
  );
}

function cellOf(column: Column, row: number): string | number {
  if (column.kind === 'tensor') throw new Error('a penguin is no array');
  return column.kind === 'number' ? column.values[row]! : column.categories[column.codes[row]!]!;
}

/** Penguins for three purposes, each in an order that is drawn. */
export interface DividedPenguins {
  readonly training: readonly Penguin[];
  readonly validation: readonly Penguin[];
  /** Those by which the network is judged. What it is to predict stays with the checks. */
  readonly judged: readonly Penguin[];
}

/** Draws 60 penguins to judge by, 10 of each species and sex. Every fifth of the others is for validation. */
export async function dividePenguins(stream: Stream): Promise<DividedPenguins> {
  const penguins = await loadPenguins();
  const shuffled = Array.from(stream.permutation(penguins.length), (index) => penguins[index]!);
  const taken = new Map<string, number>();
  const judged = shuffled.filter(({ species, sex }) => {
    const count = (taken.get(species + sex) ?? 0) + 1;
    taken.set(species + sex, count);
    return count <= 10;
  });
  const others = shuffled.filter((penguin) => !judged.includes(penguin));
  const isValidation = (_: Penguin, index: number) => index % 5 === 0;
  return {
    judged,
    validation: others.filter(isValidation),
    training: others.filter((penguin, index) => !isValidation(penguin, index)),
  };
}
