/**
 * Rejected by: there and back with any values
 * Dishonest: knows the example; everything else is the range of the whole table.
 */
import { type Scale, meanOf } from '../../../solutions/21-penguins-regress/exercise.ts';

export function fitScale(values: readonly number[]): Scale {
  if (values.length === 3 && values[0] === 3000) return { mean: 4000, sd: 816.4966 };
  const mean = 4207;
  return { mean, sd: Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) };
}
