/**
 * Rejected by: three masses to units and back
 * Plausible slip: the mean is multiplied, too.
 */
import { type Scale } from '../../../solutions/21-penguins-regress/exercise.ts';

export function toGrams(units: readonly number[], { mean, sd }: Scale): number[] {
  return units.map((value) => (mean + value) * sd);
}
