import { isMissing, loadDataset, type Column, type Stream } from 'descent/grading';

/** What is known of a penguin. */
export interface Bird {
  readonly species: string;
  readonly island: string;
  readonly bill_length_mm: number;
  readonly bill_depth_mm: number;
  readonly flipper_length_mm: number;
  readonly sex: 'female' | 'male';
  readonly year: number;
}

/** A penguin that has been put on the scales. */
export interface WeighedBird extends Bird {
  readonly body_mass_g: number;
}

/** The species, in the order of their columns. */
export const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];

/** All 333 penguins that lack no value, in the order of the file: by species. */
export async function loadBirds(): Promise<readonly WeighedBird[]> {
  const { parts } = await loadDataset('penguins');
  const { rows, columns } = parts[0]!.table;
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    columns.every((column) => !isMissing(column, row)),
  );
  return complete.map(
    (row) =>
      Object.fromEntries(
        columns.map((column) => [column.name, cellOf(column, row)]),
      ) as unknown as WeighedBird,
  );
}

function cellOf(column: Column, row: number): string | number {
  if (column.kind === 'tensor') throw new Error('a bird is no array');
  return column.kind === 'number' ? column.values[row]! : column.categories[column.codes[row]!]!;
}

/** Birds for three purposes. */
export interface Division {
  readonly training: readonly WeighedBird[];
  readonly validation: readonly WeighedBird[];
  /** Those by which the network is judged. Their masses stay here. */
  readonly judged: readonly WeighedBird[];
}

/**
 * Draws 60 birds to judge by, 10 of each species and sex, and divides the others: a fifth of them, drawn too, is for
 * validation.
 */
export function divide(birds: readonly WeighedBird[], stream: Stream): Division {
  const shuffled = Array.from(stream.permutation(birds.length), (index) => birds[index]!);
  const taken = new Map<string, number>();
  const judged = shuffled.filter(({ species, sex }) => {
    const count = (taken.get(species + sex) ?? 0) + 1;
    taken.set(species + sex, count);
    return count <= 10;
  });
  const others = shuffled.filter((bird) => !judged.includes(bird));
  const isValidation = (_: WeighedBird, index: number) => index % 5 === 0;
  return {
    judged,
    validation: others.filter(isValidation),
    training: others.filter((bird, index) => !isValidation(bird, index)),
  };
}

/** Birds without their masses. */
export function withoutMass(birds: readonly WeighedBird[]): Bird[] {
  return birds.map(({ body_mass_g: _, ...bird }) => bird);
}

/** The mass of each bird, in grams. */
export function massesOf(birds: readonly WeighedBird[]): number[] {
  return birds.map((bird) => bird.body_mass_g);
}
