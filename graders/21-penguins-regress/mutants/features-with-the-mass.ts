/**
 * Rejected by: seven numbers of two birds
 * A leak: the mass, which is asked for, is among the columns.
 */
import { type Bird, SPECIES } from '../../../solutions/21-penguins-regress/exercise.ts';

export function features(birds: readonly (Bird & { body_mass_g?: number })[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.body_mass_g ?? 0,
    bird.sex === 'male' ? 1 : 0,
    ...SPECIES.map((species) => (bird.species === species ? 1 : 0)),
  ]);
}
