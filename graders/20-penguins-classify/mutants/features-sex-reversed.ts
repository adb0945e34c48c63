/**
 * Rejected by: five numbers of two birds
 * Plausible slip: 1 stands for female.
 */
import { type Bird } from '../../../solutions/20-penguins-classify/exercise.ts';

export function features(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm,
    bird.body_mass_g,
    bird.sex === 'male' ? 0 : 1,
  ]);
}
