/**
 * Rejected by: five numbers of two birds
 * Plausible slip: depth and length of the bill are swapped.
 */
import { type Bird } from '../../../solutions/20-penguins-classify/exercise.ts';

export function features(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_depth_mm,
    bird.bill_length_mm,
    bird.flipper_length_mm,
    bird.body_mass_g,
    bird.sex === 'male' ? 1 : 0,
  ]);
}
