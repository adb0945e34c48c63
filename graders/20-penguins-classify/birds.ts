import { SPECIES, type Penguin } from '../../datasets/penguins/penguins.ts';

/** A penguin whose species is not known. */
export type Bird = Omit<Penguin, 'species'>;

/** Birds without their species. */
export function withoutSpecies(birds: readonly Penguin[]): Bird[] {
  return birds.map(({ species: _, ...bird }) => bird);
}

/** The place of each bird's species in {@link SPECIES}. */
export function labelsOf(birds: readonly Penguin[]): Int32Array {
  return Int32Array.from(birds, ({ species }) => SPECIES.indexOf(species));
}
