/**
 * Rejected by: five numbers of any bird
 * Plausible slip: a flipper above 20 cm is written in centimetres, which the examples do not show.
 */
import { type Bird } from '../../../solutions/20-penguins-classify/exercise.ts';

export function features(birds: readonly Bird[]): number[][] {
  return birds.map((bird) => [
    bird.bill_length_mm,
    bird.bill_depth_mm,
    bird.flipper_length_mm > 223 ? bird.flipper_length_mm / 10 : bird.flipper_length_mm,
    bird.body_mass_g,
    bird.sex === 'male' ? 1 : 0,
  ]);
}
