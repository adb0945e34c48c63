/**
 * Rejected by: values of the S curves anywhere
 * Plausible slip: beyond 2.5 counted as saturated.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function sigmoid(x: number): Activated {
  const value = x > 2.5 ? 1 : x < -2.5 ? 0 : 1 / (1 + Math.exp(-x));
  return { value, slope: value * (1 - value) };
}
