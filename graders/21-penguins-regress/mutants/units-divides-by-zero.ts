/**
 * Rejected by: there and back with any values
 * Plausible slip: 0 / 0 where all values are equal.
 */
import { type Scale } from '../../../solutions/21-penguins-regress/exercise.ts';

export function toUnits(values: readonly number[], { mean, sd }: Scale): number[] {
  return values.map((value) => (value - mean) / sd);
}
