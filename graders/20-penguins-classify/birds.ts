import { isMissing, loadDataset, type Column, type Stream } from 'descent/grading';

/** What is known of a penguin. */
export interface Bird {
  readonly island: string;
  readonly bill_length_mm: number;
  readonly bill_depth_mm: number;
  readonly flipper_length_mm: number;
  readonly body_mass_g: number;
  readonly sex: 'female' | 'male';
  readonly year: number;
}

/** A penguin whose species is known. */
export interface KnownBird extends Bird {
  readonly species: string;
}

/** The species, in the order of the network's outputs. */
export const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];

/** All 333 penguins that lack no value, in the order of the file: by species. */
export async function loadBirds(): Promise<readonly KnownBird[]> {
  const { parts } = await loadDataset('penguins');
  const { rows, columns } = parts[0]!.table;
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    columns.every((column) => !isMissing(column, row)),
  );
  return complete.map(
    (row) =>
      Object.fromEntries(columns.map((column) => [column.name, cellOf(column, row)])) as unknown as KnownBird,
  );
}

function cellOf(column: Column, row: number): string | number {
  if (column.kind === 'tensor') throw new Error('a bird is no array');
  return column.kind === 'number' ? column.values[row]! : column.categories[column.codes[row]!]!;
}

/** Birds for three purposes. */
export interface Division {
  readonly training: readonly KnownBird[];
  readonly validation: readonly KnownBird[];
  /** Those by which the network is judged. Their species stay here. */
  readonly judged: readonly KnownBird[];
}

/**
 * Draws 60 birds to judge by, 10 of each species and sex, and divides the others: a fifth of them, drawn too, is for
 * validation.
 */
export function divide(birds: readonly KnownBird[], stream: Stream): Division {
  const shuffled = Array.from(stream.permutation(birds.length), (index) => birds[index]!);
  const taken = new Map<string, number>();
  const judged = shuffled.filter(({ species, sex }) => {
    const count = (taken.get(species + sex) ?? 0) + 1;
    taken.set(species + sex, count);
    return count <= 10;
  });
  const others = shuffled.filter((bird) => !judged.includes(bird));
  const isValidation = (_: KnownBird, index: number) => index % 5 === 0;
  return {
    judged,
    validation: others.filter(isValidation),
    training: others.filter((bird, index) => !isValidation(bird, index)),
  };
}

/** Birds without their species. */
export function withoutSpecies(birds: readonly KnownBird[]): Bird[] {
  return birds.map(({ species: _, ...bird }) => bird);
}

/** The place of each bird's species in {@link SPECIES}. */
export function labelsOf(birds: readonly KnownBird[]): Int32Array {
  return Int32Array.from(birds, ({ species }) => SPECIES.indexOf(species));
}
