/**
 * Rejected by: heights of a cubic
 * Plausible slip: the first weight belongs to x³.
 */
import { design } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function predict(w: readonly number[], xs: readonly number[]): number[] {
  return design(xs).map((powers) => powers.reduce((height, power, k) => height + w[3 - k]! * power, 0));
}
