/**
 * Rejected by: there and back with any values
 * Plausible slip: whole grams only.
 */
import { type Scale } from '../../../solutions/21-penguins-regress/exercise.ts';

export function toGrams(units: readonly number[], { mean, sd }: Scale): number[] {
  return units.map((value) => Math.round(mean + sd * value));
}
