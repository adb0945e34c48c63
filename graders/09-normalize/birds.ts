import { isMissing, loadDataset, type Column, type Stream } from 'descent/grading';

/** A penguin in numbers. */
export interface Bird {
  /** Bill length, bill depth and flipper length in mm. */
  readonly sizes: readonly number[];
  /** In grams. */
  readonly mass: number;
  /** 0 for a female, 1 for a male. */
  readonly sex: number;
  /** 0 Adelie, 1 Chinstrap, 2 Gentoo. */
  readonly species: number;
}

/** All 333 penguins that lack no value, in the order of the file: by species. */
export async function loadBirds(): Promise<readonly Bird[]> {
  const { parts } = await loadDataset('penguins');
  const { rows, columns } = parts[0]!.table;
  const columnOf = (name: string) => columns.find((column) => column.name === name)!;
  const [species, sex] = [columnOf('species'), columnOf('sex')];
  const sizes = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm'].map(columnOf);
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    columns.every((column) => !isMissing(column, row)),
  );
  return complete.map((row) => ({
    sizes: sizes.map((column) => numberAt(column, row)),
    mass: numberAt(columnOf('body_mass_g'), row),
    sex: textAt(sex, row) === 'male' ? 1 : 0,
    species: ['Adelie', 'Chinstrap', 'Gentoo'].indexOf(textAt(species, row)),
  }));
}

function numberAt(column: Column, row: number): number {
  if (column.kind !== 'number') throw new Error(`${column.name} is no column of numbers`);
  return column.values[row]!;
}

function textAt(column: Column, row: number): string {
  if (column.kind !== 'category') throw new Error(`${column.name} is no column of categories`);
  return column.categories[column.codes[row]!]!;
}

/** The 273 birds that the network learns from, and 60 by which it is judged, by lot. */
export async function divideBirds(
  stream: Stream,
): Promise<{ readonly training: readonly Bird[]; readonly judged: readonly Bird[] }> {
  const birds = await loadBirds();
  const shuffled = Array.from(stream.permutation(birds.length), (place) => birds[place]!);
  return { judged: shuffled.slice(0, 60), training: shuffled.slice(60) };
}

/** What task 4 gets of birds: four measurements and the sex. */
export function fiveNumbers(birds: readonly Bird[]): number[][] {
  return birds.map(({ sizes, mass, sex }) => [...sizes, mass, sex]);
}

/** What task 5 gets of birds: all of these but the mass. */
export function fourNumbers(birds: readonly Bird[]): number[][] {
  return birds.map(({ sizes, sex }) => [...sizes, sex]);
}

/** Birds as task 4 gets them to learn from. */
export function withSpecies(birds: readonly Bird[]): {
  readonly rows: number[][];
  readonly labels: number[];
} {
  return { rows: fiveNumbers(birds), labels: speciesOf(birds) };
}

/** Birds as task 5 gets them to learn from. */
export function withMasses(birds: readonly Bird[]): { readonly rows: number[][]; readonly masses: number[] } {
  return { rows: fourNumbers(birds), masses: massesOf(birds) };
}

/** 0, 1 or 2 for each bird. */
export function speciesOf(birds: readonly Bird[]): number[] {
  return birds.map(({ species }) => species);
}

/** Grams of each bird. */
export function massesOf(birds: readonly Bird[]): number[] {
  return birds.map(({ mass }) => mass);
}
