/**
 * Rejected by: seven numbers of two birds
 * Plausible slip: males are 0, females 1.
 */
import { type Bird, SPECIES } from '../../../solutions/21-penguins-regress/exercise.ts';

export function features(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.sex === 'male' ? 0 : 1,
    ...SPECIES.map((species) => (bird.species === species ? 1 : 0)),
  ]);
}
