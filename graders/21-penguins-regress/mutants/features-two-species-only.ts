/**
 * Rejected by: seven numbers of any bird
 * Plausible slip: a bird that is no Adelie counts as a Gentoo.
 */
import { type Bird, SPECIES } from '../../../solutions/21-penguins-regress/exercise.ts';

export function features(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.sex === 'male' ? 1 : 0,
    ...SPECIES.map((species) => ((bird.species === 'Adelie' ? 'Adelie' : 'Gentoo') === species ? 1 : 0)),
  ]);
}
