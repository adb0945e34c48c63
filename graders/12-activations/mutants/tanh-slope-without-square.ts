/**
 * Rejected by: slopes of the S curves anywhere
 * Plausible slip: 1 − value, which is right at 0.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function tanh(x: number): Activated {
  const value = Math.tanh(x);
  return { value, slope: 1 - value };
}
