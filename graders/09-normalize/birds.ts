import type { Stream } from 'descent/grading';
import { loadPenguins, SPECIES } from '../../datasets/penguins/penguins.ts';

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

/** The 273 birds that the network learns from, and 60 by which it is judged, by lot. */
export async function divideBirds(
  stream: Stream,
): Promise<{ readonly training: readonly Bird[]; readonly judged: readonly Bird[] }> {
  const birds = (await loadPenguins()).map((penguin) => ({
    sizes: [penguin.bill_length_mm, penguin.bill_depth_mm, penguin.flipper_length_mm],
    mass: penguin.body_mass_g,
    sex: penguin.sex === 'male' ? 1 : 0,
    species: SPECIES.indexOf(penguin.species),
  }));
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
