/**
 * Rejected by: straight pieces anywhere
 * Plausible slip: the leak that was given is not used.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function leakyRelu(x: number): Activated {
  return x > 0 ? { value: x, slope: 1 } : { value: 0.01 * x, slope: 0.01 };
}
