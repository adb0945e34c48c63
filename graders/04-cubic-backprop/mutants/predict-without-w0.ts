/**
 * Rejected by: heights of a cubic
 * Plausible slip: the sum begins at the weight 1.
 */
import { design } from '../../../solutions/04-cubic-backprop/exercise.ts';

export function predict(w: readonly number[], xs: readonly number[]): number[] {
  return design(xs).map((powers) =>
    powers.reduce((height, power, k) => height + (k > 0 ? w[k]! * power : 0), 0),
  );
}
