/**
 * Rejected by: seven numbers of two birds
 * A11 of the slides: the text says to use the species, the code leaves it out.
 */
import { type Bird } from '../../../solutions/21-penguins-regress/exercise.ts';

export function features(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.sex === 'male' ? 1 : 0,
  ]);
}
