/**
 * Rejected by: seven numbers of two birds
 * Plausible slip: a column for each species that occurs in the list, so that the shape depends on who is asked about.
 */
import { type Bird } from '../../../solutions/21-penguins-regress/exercise.ts';

export function features(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.sex === 'male' ? 1 : 0,
    ...[...new Set(birds.map((other) => other.species))]
      .sort()
      .map((species) => (bird.species === species ? 1 : 0)),
  ]);
}
