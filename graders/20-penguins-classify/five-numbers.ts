import type { Bird } from './birds.ts';

/**
 * The five numbers of each bird: bill length, bill depth and flipper length in mm, body mass in g, 1 for a male or 0 for a
 * female. Only hidden checks may import this: it is what students are to write.
 */
export function featuresOf(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.body_mass_g,
    bird.sex === 'male' ? 1 : 0,
  ]);
}
