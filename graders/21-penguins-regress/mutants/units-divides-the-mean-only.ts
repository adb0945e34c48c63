/**
 * Rejected by: three masses to units and back
 * Plausible slip: a bracket is missing.
 */
import { type Scale } from '../../../solutions/21-penguins-regress/exercise.ts';

export function toUnits(values: readonly number[], { mean, sd }: Scale): number[] {
  return values.map((value) => (sd > 0 ? value - mean / sd : 0));
}
