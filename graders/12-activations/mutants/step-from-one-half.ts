/**
 * Rejected by: straight pieces anywhere
 * Plausible slip: the threshold of a probability, one half.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function step(x: number): Activated {
  return { value: x > 0.5 ? 1 : 0, slope: 0 };
}
