/**
 * Rejected by: neither island nor year
 * A confounder: the sex column also tells the island, which gives two species away.
 */
import { type Bird } from '../../../solutions/20-penguins-classify/exercise.ts';

export function features(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.body_mass_g,
    (bird.sex === 'male' ? 1 : 0) + (bird.island === 'Torgersen' ? 2 : 0) + (bird.year % 2 === 0 ? 4 : 0),
  ]);
}
