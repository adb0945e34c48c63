/**
 * Rejected by: slopes of the S curves anywhere
 * Plausible slip: the square of the value, which is right at 0.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function sigmoid(x: number): Activated {
  const value = 1 / (1 + Math.exp(-x));
  return { value, slope: value * value };
}
