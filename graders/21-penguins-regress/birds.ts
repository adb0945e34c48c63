import type { Penguin } from '../../datasets/penguins/penguins.ts';

/** A penguin that has not been put on the scales. */
export type Bird = Omit<Penguin, 'body_mass_g'>;

/** Birds without their masses. */
export function withoutMass(birds: readonly Penguin[]): Bird[] {
  return birds.map(({ body_mass_g: _, ...bird }) => bird);
}

/** The mass of each bird, in grams. */
export function massesOf(birds: readonly Penguin[]): number[] {
  return birds.map((bird) => bird.body_mass_g);
}
