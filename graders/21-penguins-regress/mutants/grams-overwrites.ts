/**
 * Rejected by: three masses to units and back
 * Plausible slip: the list that was given is changed.
 */
import { type Scale } from '../../../solutions/21-penguins-regress/exercise.ts';

export function toGrams(units: number[], { mean, sd }: Scale): number[] {
  units.forEach((value, i) => {
    units[i] = mean + sd * value;
  });
  return units;
}
