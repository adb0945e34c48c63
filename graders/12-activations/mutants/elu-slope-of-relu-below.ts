/**
 * Rejected by: slopes of the bent curves anywhere
 * Plausible slip: the slope of identity, below 0 too, which is right at 0.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function elu(x: number): Activated {
  return { value: x > 0 ? x : Math.expm1(x), slope: 1 };
}
