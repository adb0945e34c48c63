/**
 * Rejected by: the scale of three masses
 * Plausible slip: the sum is divided by one less than the number of values.
 */
import { type Scale, meanOf } from '../../../solutions/21-penguins-regress/exercise.ts';

export function fitScale(values: readonly number[]): Scale {
  const mean = meanOf(values);
  return {
    mean,
    sd: Math.sqrt((meanOf(values.map((value) => (value - mean) ** 2)) * values.length) / (values.length - 1)),
  };
}
