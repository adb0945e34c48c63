import type { Stream } from 'descent/grading';
import { SPECIES, type Penguin } from '../../datasets/penguins/penguins.ts';

/** A bird that nobody has seen. */
export function drawBird(stream: Stream): Penguin {
  return {
    species: SPECIES[stream.integer(3)]!,
    island: ['Biscoe', 'Dream', 'Torgersen'][stream.integer(3)]!,
    bill_length_mm: 32 + stream.integer(28),
    bill_depth_mm: 13 + stream.integer(9),
    flipper_length_mm: 170 + stream.integer(62),
    sex: stream.integer(2) === 0 ? 'female' : 'male',
    year: 2007 + stream.integer(3),
    body_mass_g: 2700 + stream.integer(3600),
  };
}

/** Birds that were weighed in kilograms. */
export function inKilograms(birds: readonly Penguin[]): Penguin[] {
  return birds.map((bird) => ({ ...bird, body_mass_g: bird.body_mass_g / 1000 }));
}
