/**
 * Rejected by: seven numbers of two birds
 * Plausible slip: one column says 0, 1 or 2, as if a Gentoo were twice a Chinstrap.
 */
import { type Bird, SPECIES } from '../../../solutions/21-penguins-regress/exercise.ts';

export function features(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.sex === 'male' ? 1 : 0,
    SPECIES.indexOf(bird.species),
  ]);
}
