/**
 * Rejected by: the scale of three masses
 * Plausible slip: the root is forgotten.
 */
import { type Scale, meanOf } from '../../../solutions/21-penguins-regress/exercise.ts';

export function fitScale(values: readonly number[]): Scale {
  const mean = meanOf(values);
  return { mean, sd: meanOf(values.map((value) => (value - mean) ** 2)) };
}
