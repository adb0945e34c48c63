/**
 * Rejected by: sigmoid and tanh at 0 and 2
 * Plausible slip: the slope formula of sigmoid.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function tanh(x: number): Activated {
  const value = Math.tanh(x);
  return { value, slope: value * (1 - value) };
}
