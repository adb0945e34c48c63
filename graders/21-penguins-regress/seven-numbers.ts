import { SPECIES } from '../../datasets/penguins/penguins.ts';
import type { Bird } from './birds.ts';

/**
 * The seven numbers of each bird: bill length, bill depth and flipper length in mm, 1 for a male or 0 for a female, then 1 in
 * the column of its species. Only hidden checks may import this: it is what students are to write.
 */
export function featuresOf(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.sex === 'male' ? 1 : 0,
    ...SPECIES.map((species) => (species === bird.species ? 1 : 0)),
  ]);
}
