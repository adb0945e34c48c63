/**
 * Rejected by: four functions of straight pieces
 * Plausible slip: the leak is in the value, but not in the slope.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function leakyRelu(x: number, leak = 0.01): Activated {
  return { value: x > 0 ? x : leak * x, slope: 1 };
}
